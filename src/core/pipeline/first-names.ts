/*
 * First names borne in England and Wales by adults and children, in lower case, from general
 * knowledge and not from any register. They tell a name at the start of a sentence from an ordinary
 * word; a capital inside a sentence needs no list. They say nothing about sex, origin or role: the
 * headings only keep the lists tidy. A double name ("Ellie-Mae") is read word by word.
 */

// Also an English word, a month or a place that starts sentences.
const ambiguous = `
  abbey ace al ally amber an angel april archer aria art ash aspen atlas august autumn barry basil
  bay bear beau bee begum belle beth bibi bill bishop blake blaze blessing bliss blossom blue bo bob
  bonny brad bran brandy brook brooklyn buck buddy bunny buster butch cam can candy carol carter cat
  chad chance chardonnay charity chase chelsea cherish cherry chester china chip christian chuck
  clay clemency cleveland cliff clyde colt comfort constant cooper coral crystal daisy dale dash
  dawn dean dec denver destiny dev dick dimple divine dolly don dot drake drew duke dusty dyfed earl
  ebony echo eid elan ember emir euros eve ever faith favour fay fern fin fisher flint flora ford
  forest foster fox frank gale gay gem gene genesis gift gill ginger glen glory goodness grace
  gracious grant gray gruff guy gwynedd happiness happy harmony harsh hazel heath heather heaven
  henna herb hind holland holly honey honor honour hope hung hunter hyacinth india indigo innocent
  ion iris islam israel ivory ivy jade jag jan jasmine jay jazz jersey jesus jet jewel jock journey
  joy jun june junior justice karma kashmir kay keen kent kenya khan king kingston kirk kit kitty
  lamb lance lark laurel lee legend liberty lily lincoln ling london love lovely lucky lyric mac
  mags major mali manny marcel marigold marina mark marquis marshal mason mat math maverick max
  maxim may melody mentor mercedes mercy merit merry messiah midge milan miles miller mine miracle
  misty mo modesty muse myrtle nan nana navy nest nevada nick nicky noble non norm norman oak oasis
  ocean ola olive opal ore pansy papa paris parker pat patience patty peace pearl peg penny petal
  petunia phoenix pierce piers pink pinky pip piper pixie poppy porter praise precious preston pride
  primrose prince princess promise prosper prosperity prudence queen queenie rain raj raja ram raven
  ray rebel red reed reg reign rich rick righteous rim river rob robin rod roman rose rosemary rowan
  royal royalty ruby rue rusty sage said samba sandy sapphire savannah scarlet serenity shade shah
  sham shams shell shepherd sherry sid sienna sierra silver skip sky sol solace song sonny sorrel
  stan star sterling stirling storm story success sue sultan sum summer sun sunday sunny sunshine
  tab tal tam tanner tansy tawny taylor teddy temperance testimony tiger trace treasure trinity trip
  tutu una unity valentine van veer velvet venus vernal vic victor victory viola violet viv wade
  wally ward warren warwick welcome will willow winsome winter wisdom wolf woody wren yaw zen
`

// Old and young, with short forms and names common among Traveller and Cornish families.
const english = `
  aaliyah aaron abbie abby abigail abraham abs absolom ada adam adele agatha aggie agnes aidan aiden
  aisling aj alan alba albert albie alec alex alexa alexander alexandra alexia alexis alf alfie
  alfred alfy ali alice alicia alisha alison alix allan allen alli allie alma alyssa amanda ambrose
  amelia amelie amy andrea andrew andy ange angelina angeline angie anita anj ann anna annabel
  annabelle anne annette annie anthony antonia antony aoife appalonia aquilla arabella arabelle
  archibald archie ariana arianna ariella arlo arnold arthur arya ashleigh ashley ashton asia athena
  aubrey audrey aurora austin ava avery ayla bab barbara barnaby barney bart bartholomew bartley baz
  bazza beatrix becca becky belinda bella ben benedict benjamin benji benno benny bernadette bernard
  bernice bernie bert bertha bertie beryl bess bessie bethan bethany bethlehem betsy bettie bettina
  betty bev bex bianca biddy billie billy bobbie bobby bodhi bonita bonnie boswell brandon brayden
  brenda brendan brett bri brian bridget bridie brigid brigitte britannia brittany brodie brody
  bronte brooke bruce bryan bryony byron caitlin caleb callum calum calvin camilla camille cara
  carey carl carla carlton carly carmel carmen carole caroline carolyn carrie carson casey casper
  caspian cass cassandra cassie catherine cathy caz cecil cecilia cecily celeste chantal chantelle
  charlene charles charley charlie charlotte charmaine chas chaz cherie cheryl cheyenne chloé chloë
  chris chrissie chrissy christabel christina christine christopher cillian cinderella cindy cissy
  cj claire clara clare clarence clarice clarissa claud claude claudette clement clementina
  clementine clifford clifton clint clinton clive coby coco cody colby colette colin colleen connie
  connor conor constance cora cordelia corey corinne cory courtney craig crispin curtis cuthbert cy
  cynthia cyril daisie dakota dallas damian damien damon dan dani daniel daniella danielle danny
  daphne darcey darcy darlene darrell darren darryl dave david davina daz dazza deanna deano deb
  debbie deborah debra debs dee deirdre delaina delaney delia delilah della delores demelza denis
  denise dennis denny denzel denzil derek dermot derrick desmond dexter diana diane dianne digby
  dillon dinah dinny dj dolcie dolores dom dominic dominick dominique donald donna donovan dora
  doreen dorian doris dorothea dorothy dougal dougie douglas dudley dulcie duncan dustin dwayne
  dwight dympna easton ed edd eddie eddy eden edgar edith edmund edna edward edwin edwina effie
  eileen elaine eleanor eleanora elena eli elias elijah elise eliza elizabeth ella elle ellen ellie
  elliot elliott ellis elly elodie eloise elouise elowen elsa elsie elton elvira elvis em emily emma
  emmaline emmanuel emmeline emmy enid enya enzo eric erica erika ernest ernestine ernie esau esmé
  esmee esmeralda esmerelda estelle esther ethan ethel etta eugene eugenie eunice eva evan
  evangelina evangeline evelyn everly evie ezekiel ezra felicity felix fenella fi finlay finley finn
  fleur flo florence florie florrie flossie floyd fran frances francesca francine francis franco
  frankie franklin fred freda freddie freddy frederica frederick freya frieda gabby gabriel
  gabriella gabrielle gaby gail gareth garth gary gavin gaynor gaz gazza gemma genevieve genty geoff
  geoffrey george georgia georgie georgina georgy ger gerald geraldine gerard gerry gertrude gideon
  gilbert giles gillian gina giselle gladys glenda glenn godfrey gordon gordy gracie graham grayson
  greg greggy gregory greta gretchen griffin gus gwenda gwendoline gwendolyn hal hank hannah harley
  harold harper harriet harriette harrison harry harvey hattie hatty hayden hayley helen helena
  henrietta henry herbert hermione hester hetty hezekiah hilary hilda horace howard hubert hudson
  hugh hughie hugo humphrey ian ida iggy ignatius ike immy imogen indiana indie ingrid irene irma
  isaac isabel isabella isabelle isadora isaiah ishmael isla ismay isobel issy ivan ivor izzie izzy
  jack jackie jacko jacks jackson jacob jacqueline jacqui jaden jago jaime jake jakob james jamie
  jane janet janette janice janine jared jas jasmin jason jasper jaxon jaxson jaxxon jaycee jayde
  jayden jaydon jayjay jayne jaz jean jeanette jeanne jeannie jed jeff jeffrey jem jemima jen jenn
  jenna jennie jennifer jenny jensen jenson jeremiah jeremy jermaine jerome jerry jess jesse jessica
  jessie jez jill jim jimbo jimmy jj jo joan joanna joanne jobey jobie joby jocelyn jodie jody joe
  joel joey johanna john johnny jojo jolene jon jonah jonas jonathan jonathon jonesy joni jonno
  jonny jonty jord jordan jords joseph josephine josh joshua josiah josie jowan joyce juan judah
  jude judith judy jules julian juliana julie juliet juliette julius justin justine kai kaiden kairo
  kaitlyn kara karen karl karla kasey kat kate katelyn kath katharine katherine kathleen kathryn
  kathy katie katrina katy katya kayden kaye kayla kaylee kayleigh kayson kaz keaton keeley keira
  keith kel kelly kelsey kelvin kelz ken kendra kenneth kenny kenton kenzie kerensa kerri kerry kev
  kevin kez kezia kezza kian kiara kiera kieran kieron kim kimberley kimberly kirst kirsten kirstie
  kirsty kitto kiziah kizzy koa kobi koby kristen kristian kristina kristy kyle kylie kyra kyran
  kyro lacey lainey lana lara larry laura lauren laurence laurie lauryn lavaina lavinia lawrence
  lawson layla layton leah leanda leander leandra leanna leanne leia leigh leila lementina lena
  lennie lennon lennox lenny leo leon leona leonard leonie leonora leopold leroy lesley leslie
  lester lettie levi lewis lex lexi lexie lexy liam lias lil lila lilah lilian lilith lillian lillie
  lilly linda lindsay lindsey linette linus linz linzi lionel lisa liv livi livvy liz liza lizzie
  lizzy lloyd logan lois lola lorelei loretta lorna lorraine lottie lotty lou louie louis louisa
  louise loveday lovell loz lozza lu luca lucas lucian lucie lucille lucinda lucy luella luke lulu
  luna lurena luther lyd lydia lyla lyn lynda lyndon lyndz lynette lynn lynne lynsey lynz lyra mabel
  mackenzie maddie maddison maddox maddy madeleine madeline madge madison mads maeve maggie maia
  maisie maisy mal malachi malcolm mand mandy manfri marco marcus marcy marg margaret marge margery
  margo margot marguerite maria mariah mariam marian marianne marie marilyn marion marissa marjorie
  marlene marley marlon marlow marnie marshall martha martin martina martyn marvin mary maryanne
  mathew matilda matt matteo matthew matthias mattie matty maud maude maureen maurice mavis maxine
  maxwell maya maz mazza meg megan mehalia mel melanie melinda melissa melvin melvyn meredith merryn
  mia micah michael michaela michelle mick mickey micky mike mikey mila mildred miley millicent
  millie milly milo mimi mina minnie minty miranda miriam mitch mitchell mizelli mj moira moll
  mollie molly mona monique montague monty morgan morris mortimer morwenna moses muriel myla myles
  myra myrna nadine nae nancy naomi nat natalie natasha nate nath nathan nathaniel natty neal ned
  nehemiah neil nel nell nellie nelly nerys nettie nevaeh neville nic nichola nicholas nicki nico
  nicola nicolas nicole nigel nikita nikki nikkie nina noah noël noelle nora norah noreen norma
  obadiah octavia odette ofelia olga oli oliver ollie olly onnie oonagh ophelia orlando orpha orson
  osbert oswald otilie otis ottie ottilie otto owen oz ozzy paddy paige paloma pamela pammy pandora
  patrice patrick patsy paul paula paulette paulina pauline pauly pearce peggy penelope percival
  percy perpetua perran perrin perry pete peter petra petula phil philip philippa phillip phillipa
  philly philomena phineas phoebe phyllis pippa piran pj polly poppie portia priscilla quentin
  quincy quinn rach rachael rachel rachelle rae rafael rafe raff rafferty ralph ramona raphael
  raquel raymond raz reagan reb rebecca rebekah rebekka reece reggie regina reginald reid reilly
  remi remy renata rené renée reuben rex rhea rhi rhian rhoda rhona rhonda rhys ria rian ricardo
  richard richie ricky riley rita robbie robby robert roberta roberto robyn rocco rochelle rocky
  roderick rodie rodney rogan roger rohan roland rolf rolo romany romeo romy ron ronald roni ronnie
  rory rosa rosalie rosalind rosaline rosamund rosanna roseanne rosetta rosie rosina ross rowena
  roxanne roxy roy royston roz rudy rufus rupert russ russell ruth ruthie ryan ryder ryley sabaina
  sabrina sadie sal sally salome sam samantha sammi sammie sammo sammy samson samuel sandra saoirse
  sara sarah sasha saskia saul savanah savanna scarlett scott scotty seb sebastian selena selina
  selwyn seraphina serena seth shakira shana shane shanice shannon shar sharlene sharon sharron
  shaun shauna shawn shay shaydon shayla shayne shaz shazz shazza sheena sheila shel shelby sheldon
  shelley shelta sheree sheridan sheryl shirley shiv siddy sidney silas sime simey simon simone
  sinfi skye solomon sonja sonnyboy sonya soph sophia sophie spence spencer stace stacey stacie
  stacy stanley stef steff stella steph stephanie stephen steve steven stevie stewart stu stuart
  susan susanna susannah susanne susie suz suzanne suze suzie suzy sybil sydney sylvester sylvia
  tabatha tabitha talia talitha tallulah tamara tamsin tanya tara tash tasha tatiana tatum tawnie
  taz ted tegan tel terence teresa terrence terri terry tess tessa thaddeus thea thelma theodora
  theodore theresa thomas thora tia tiana tibs tiff tiffany til tilda tilley tilly tim timmy timothy
  tina titus tj tobey tobias toby todd tom tommo tommy toms toni tony tonya topher tor tori tracey
  tracy travis trent tressa trevor tricia trina trish tristan trix trixie trude trudy tyler tyra
  tyrone tyson tyty uriah ursula val valentina valerie vanessa vashti vaughan vee velma vera verity
  verna vernon veronica vicki vickie vicks vicky victoria vik vince vincent vinnie vinny violette
  virgil vivian vivien vivienne wallace walter wanda wendy wes wesley wez whitney wilbur wilf wilfie
  wilfred wilhelmina wilko willa william willy winifred winn winnie winston xan xander xavier yas
  yasmin yasmine yolanda yvette yvonne zac zach zachariah zachary zack zak zander zane zara zeb zed
  zelda zena zeph zilla zillah zillie zoë zola zoltan zuri
`

const welsh = `
  aeron aerona alaw aled alun alwen alwena alwyn alys andras aneirin anest aneurin angharad anni
  anwen arfon arianwen arthen arwel arwen arwyn awel awen beca bedwyr begw berwyn bleddyn brân
  branwen briallen bronwen bronwyn brychan bryn brynmor buddug cadan cadfael cadi cadog cadwaladr
  caeden cai cain caio caradog cari caron carwen carwyn carys catrin cefin ceinwen ceiriog ceirios
  celyn ceri cerian ceridwen cerys cledwyn colwyn crisiant crystyn cybi cynan cynwrig dafydd dai
  dane deian deina deiniol deio delwyn delyth deri derwyn deryn dewi dilwen dilwyn dilys dona
  drystan dwynwen dyddgu dyfan dyfrig dylan dylanwen ednyfed efa efan eifion eifiona eilir einion
  einir eira eirian eirianwen eiriol eirlys eirug eirwen eirwyn eiry ela elain elen eleri elfair
  elfed elfyn elgan eliana elidir elin elis elisa elliw eluned elwyn elystan emlyn emrys emyr endaf
  enfys enlli erin erwan erwyn esyllt eurfron eurgain eurwen eurwyn ffion fflur ffraid garmon
  geraint gerallt gerwyn gethin glain glenys glesni glyn glyndwr goronwy gronw gruffudd gruffydd
  guto gwawr gwen gwenan gwendolen gwenfair gwenith gwenllïan gwennan gwenno gwenog gwerfyl gwern
  gwilym gwion gwladys gwydion gwyn gwyneth gwynfor gwynn gwynne haf hafina hafwen hari haydn hedd
  heddwyn hedydd hefin hefina heini heledd henri heulwen hopcyn huw hywel iago ianto iefan iestyn
  ieuan ifan ifor illtud illtyd ioan iola iolo iona iori iorwerth irfon islwyn ithel iwan jabez jac
  jâms kynan leisa leusa lewsyn lili lisabeth lleu lleucu lleuwen llew llewellyn llewelyn llinos
  llio llion llŷr llywelyn lowri luned mabli mabon macsen madlen madog mael magi mai mair mairwen
  maldwyn mallt manon mared maredudd marged mari mati medi medwen medwyn meilir meinir meirion
  meiriona meirwen meleri meredydd mererid merfyn meri mervyn merys meurig mili moelwyn moi morfudd
  morfydd morgana morlais morwen mostyn myfanwy myfi myrddin nanno nansi nedw neirin nesta nia
  ninian nisien olwen olwyn osian oswyn owain padrig pedr penri peredur pryderi prys pwyll rhain
  rheinallt rhianedd rhiannon rhianwen rhidian rhodri rhonwen rhun rhydian rhydwen sali saran seimon
  seren shân siân siani siarl siencyn siôn sioned siôr siriol siwan steffan sulwen sulwyn talfryn
  taliesin tanwen taran tecwyn tegid tegryn tegwen tegwyn teifion teilo teleri tesni tirion tomi
  tomos trefor trystan tudful tudor tudur twm urien wil wiliam wyn wynford wynne ynyr ywain
`

const scottishAndIrish = `
  ailbhe aileen ailish ailsa áine alasdair alastair alistair alister angus aodhán aoibheann aoibhinn
  aonghus athol barra beathag blair bláithín bláthnaid breandán breda breffni bríd brídín brogan
  brónagh cahal cahir caitríona cameron campbell caoilfhionn caoimhe caolán cathal catriona cian
  ciara ciarán clíodhna clodagh cóilín colm colum conall conán conleth connell cormac cuan dáire
  daragh darragh davie deaglán declan deirbhile dervla diarmaid diarmuid dónal donnacha donncha
  dougray éabha éamon eamonn éanna eilidh éilis eilish eimear eimhear éire eithne ellison elspeth
  emer enda eoghan eoin ercan erskine euan ewan ewen feargal fearghal fearghus ferdia fergal fergie
  fergus fiachra fiadh finbar finbarr fingal finola fintan fiona fionn fionnán fionnuala fraser
  gearóid gobnait gráinne grania greer gregor greig hamish iain íde ina innes isbel ishbel ita
  jarlath jinty kilian killian kirstin kirstine kyla labhrás lachie lachlan laoighse laoise lorcán
  loughlin maebh magnus máire mairéad máiréad mairi máirtín malachy maura méabh mhairi mícheál morag
  moya moyra muireann muiris muirne mungo munro murdo murdoch murray neasa nessa niall niamh nollaig
  nuala odhrán oisín órán órla orlagh órlaith pádraic pádraig paudie peadar phelim proinsias rab
  rabbie ranald rhuaridh ríona róisín rónán ruaidhrí ruairí ruaraidh ruarí ruaridh sadhbh séamus
  seán séan senan senga seosamh shea sheelagh sheelin shona sibéal síle sinéad siobhán siún sorcha
  struan suibhne tadhg tavis tavish tiernan tierney tomás torin torquil treasa turlough ultan úna
  wullie
`

const southAsian = `
  aadam aadil aaditya aadya aafia aahil aaisha aaliya aamina aamir aanya aarav aarti aarya aasif
  aasiya abbas abdul abdullah abhishek abid abida abrar abul adeel adeela adil aditi aditya adnan
  afsana afshan afzal ahmad ahmed ahsan aiman aisha aishah ajay ajaz ajit ajmal akash akbar akhtar
  akram akshay aleem aleena aleesha alia alina aliya aliyah aliza altaf aman amandeep amar amara
  amarjit ambika ambreen ameena ameer ameera amin amina aminah amir amira amirah amit amita amjad
  amna amol amrit amrita amritpal anam anand ananya anas anbu aneeka aneela aneesa anika anil anila
  anisa anish anisha anjali anju anjum ankit ankita anoop anoushka ansa anum anup anupam anuradha
  anushka anwar anwara anya aqeel aqib aqsa areeba areej arif arifa arjan arjun arjuna armaan arman
  arnav arooj aroosa arshad arslan arumugam arun aruna arvind aryan asad asha ashfaq ashish ashok
  ashraf ashwin asif asifa asim asima asma asmat ateeq atif atiqa atul awais ayaan ayaz ayesha
  ayisha ayub ayush azad azam azeem azhar aziz aziza azra babar babita bahadur baldev baljeet baljit
  balraj balwant balwinder banita bano basharat bashir batool beena bhavesh bhavin bhavna bikash
  bikram bilal bilquis bina binita bishnu bisma bushra chaman chandan chandni chandra chirag daljit
  danish daniyal darshan daud dawood deepa deepak deepali deepika delwar deven devika dhara dharmesh
  dhruv dilani dilip dilraj dilshad dina dinesh dinuka dipa dipak dipendra dipesh dipika divya diya
  ehsan ejaz esha eshaal eshan fahad faheem fahim fahmida faisal faiz faiza faizan fakhra falak
  farah fareeda farhan farhana farheen farid farida farooq faruk faryal farzana fatema fatimah
  fauzia fawad fayaz faysal fazal feroz firdaus fiza fozia gagandeep ganesh gaurav gauri gayatri
  geeta ghazala ghulam gita gopal govind gulshan gulzar gurdeep gurdip gurjit gurmeet gurmit
  gurpreet habib habiba habibur hafeez hafsa hafsah haider hajra hajrah haleema halima hamid hamida
  hamna hamza hamzah hana hanif hanifa haniya haniyah hardeep hardip haris harish harjit harjot
  harleen harman harmeet haroon harpreet harsha harshil harvinder hasan hashim hasina hasnain hassan
  heena hemal hemant hena hetal hiba hina hira hiral hitesh huma humaira humayun humera husna
  husnain hussain hussnain ibraheem ibrahim iffat iftikhar ijaz ikra ikram ilyas imaan imad iman
  imraan imran imtiaz inaaya inaya inayah inayat inderjit indira indra indu inzamam iqbal iqra irfan
  irum isa isaaq isha ishaan ishaq ishfaq ishrat ishtiaq ismael ismah ismail israr izaan izhar
  jabeen jabir jagdeep jagdish jagjit jagtar jahan jahanara jahangir jahed jamal jameel jameela
  jamil jamila jamshed janaki jannat jasbir jaskaran jasleen jasmeet jaspal jaspreet jassi jaswant
  jaswinder jatinder javaid javed javeria jawad jawaid jaya jayant jayesh jayshree jeet jeevan jigna
  jignesh jinal jitendra jiya jubeda junaid juned kabir kainat kajal kaleem kalpana kalpesh kalsoom
  kamal kamala kamaljit kamini kamran kamrul kannan kanta kanwal karam karan karim karima karishma
  karthik kashif kaur kausar kauser kavita kavitha kavya keval khadeeja khadija khadijah khalid
  khalida khalil khansa khurram khushi kiran kirandeep kiranjit kirpal kishan kishor komal krish
  krishan krishna krupa kulbir kuldeep kulsum kulwant kulwinder kumar kunal lakhbir lakmini lakshmi
  lalita latif laxmi leela lubna luqman lutfur madhu madhuri madiha mahbub mahdi maheen mahek mahesh
  mahfuz mahira mahmood mahmuda mahnoor mahreen maira majid malaika maleeha maliha malik mamta manav
  mandeep maneesha manish manisha manjeet manjit manjula manmeet manmohan manoj manpreet mansi
  mansoor manzoor maqsood mariya mariyah maryam maryum masood masooma masuma maysa meena meera mehak
  mehboob mehdi mehmood mehreen mehul mehwish mikaeel minal minaz mira mirza misbah mishal mital
  mitesh mitul mizanur moazzam mobeen mohamed mohammad mohammed mohan mohini mohit mohsin moin
  monika monowara moosa mubarak mubashir mubeen mudassar muhammad muhammed mujahid mukesh mukhtar
  mumtaz muneeb munir munira murad murugan musa musarat mushtaq mustafa muzammil nabeel nabeela
  nabil nabila nabin nadeem nadira naeem naeema nafeesa nagina naheed nahid naila naima najma
  namrata nanda nandini narayan naresh nargis narinder nasar naseem naseer nasim nasir nasira
  nasreen nasrin naureen navdeep naveed naveen navjot navneet navraj nawaz nayan nayyar nazia nazir
  nazish nazma nazmin nazmul neelam neelum neesha neeta neha nidhi nighat nihal nikesh nikhil nila
  nilam nilesh nilofar nimal nimra nimrat niraj nirmal nirmala nirosha nisa nisar nisha nishant nita
  niten nitin noman noor noora nosheen noshin nusrat omair omar osama osman paramjit parbati
  parminder parmjit parul parveen parvez parvin pavan pawan payal pemba pooja poonam prabha pradeep
  pradeepa prakash prakriti pranav prashant pratima pravin preet preeti prem preya pritam prithvi
  priti priya priyanka puja punam puneet qais qamar qasim rabia rabin rachna radha radhika raees
  rafi rafia rafiq raheel raheela raheem rahim rahima rahman rahul raihan raina rajan rajani rajbir
  rajeev rajendra rajesh rajinder rajiv rajkumar rajni rajveer rajvinder rakesh rakhi raman
  ramandeep ramesh ramila ramla ramzan rana rani ranjana ranjit rasheed rashid rashida rashmi rauf
  raveena ravi ravina ravinder rayyan razia razwan rehan rehana rehman rekha renu renuka resham
  reshma reyansh rezaul riaz rida rifat rihanna rimsha rina rishi ritesh ritika ritu riya riyaz
  rizwan rizwana robina rohail roheen rohit rokeya romana roshan roshni rozina rubab rubeena rubel
  rubina rukhsana rukhsar rumana rumi rupa rupinder ruqayya ruqayyah rushda saad saadia saba sabah
  sabeen sabiha sabina sabir sabira sabuj sachin sadaf sadia sadiq saeed saeeda safa safdar safeena
  safia safiya safiyah safiyya sagar sahar sahib sahil saif saima saira sajad sajid sajida sakeena
  sakina saleem saleha salim salima salma salman samaira samar sameena sameer sameera samia samina
  samir samira samiya samreen sana sandeep sandhya sangeeta sania sanjana sanjay sanjeev sanjeewa
  sanjit saqib saqlain sarfraz sarika sarita sarwar satinder satish satnam satpal satwant saurabh
  savita sayed sayeda seema sehar sehrish selvi senthil shaan shabana shabbir shabir shabnam shafiq
  shahana shahbaz shaheda shaheen shahid shahida shahin shahnaz shahrukh shahzad shahzadi shaikh
  shaila shaista shakeel shakeela shakil shakila shama shamila shamim shamima shamsul shanaya shanaz
  shankar shanti shareen sharif sharifa sharmila sharmin shazad shazia sheetal shehnaz shehzad
  shelina sheraz sherin shilpa shireen shital shivam shivani shoaib shobha shova shreya shruti
  shubham shumaila siddique sidra sikander simran singh siraj sita sobia sohaib sohail sonal sonali
  sonam sonika soraya soumya sourav srijana subhan sudha sudhir suganya suhail sujata sukhbir
  sukhdeep sukhdev sukhjit sukhraj sukhvinder sukhwinder sulaiman suleman sultana sumaira sumaiya
  suman sumaya sumera sumita sunaina sundeep sundip suneeta sunil sunita supriya surbhi suresh
  surinder surjit surya sushil sushila sushma swaran swati syed syeda tabassum tabish tahir tahira
  tahmina taiba taimoor talat talha talib tallat tamanna tanjina tanveer tanvi tanvir tanzeela
  tanzila tariq tarun tashi tasleem taslim taslima tasneem tasnim tauseef tayyab tayyaba tehmina
  tejal tenzin thusha thushara toqeer tsering tulsi uday ujala ujjwal uma umaima umair umar umer
  umesh umme urmila urooj urwa usha usmaan usman uzair uzma vandana varinder varsha varun vasant
  vasanti veena vidya vijay vikas vikesh vikki vikram vikrant vimal vimla vina vinay vinita vinod
  vipul viraj viren vishal vishnu vivek waheed waheeda wahid wajid wajiha walid waqar waqas waseem
  wasim yahya yaqub yaseen yash yasin yasir yasmeen yogesh younas younis yousaf yousif yousuf yunus
  yusra yusuf zafar zaheer zahid zahida zahir zahoor zahra zahraa zaid zaina zainab zaira zakariya
  zakia zakir zaman zareena zarina zayd zayn zeba zeenat zeeshan zehra zia zikra zoha zohaib zoya
  zubaida zubair zulaikha zulekha zulfiqar zunaira
`

// With Kurdish, Persian, Afghan and Eritrean.
const middleEasternAndSomali = `
  abdi abdiaziz abdikadir abdirahim abdirahman abdo abdulaziz abdullahi abdulrahman abeer abraha
  abshir abukar adan aden adham adnane ahlam ahlem ahmet ahu aicha aida alaa almaz alp alper alperen
  alya amaal amal amani amel amer amine amran anfal anouar aram aras arash ardalan aref arwa ashkan
  asmaa assad assia atefeh avin awad awale awil awo aya ayah ayan ayça ayçe aydan aydın ayfer aygül
  aylin ayman aymen aynur ayoub ayşe aysel aysun ayten azadeh azar azhaar azin azza babak badr bahar
  bahareh bahja bahman bahram bandar barış bashar basma bassam bassem behnam behrouz behzad bengü
  berat bereket beren berfin berhane berivan berk berkay bijan bilan bilge biniam bircan birgül
  birol bochra bora boushra brahim bülent burak burçin burcu burhan büşra çağla canan candan cansu
  cawo cem cemal cemil cemile ceren çetin ceylan chaima chaimaa çiğdem cihan dahabo dahir dalal
  dalia dalmar damla dana dania darius dariush darya dawit deeqa defne delsoz deniz deqa derya
  devrim dhahabo diako dilan dilara dilek dilnaz dilovan diriye doğan döndü driss dua duaa dursun
  ebru ece ecrin eda efe egal ekin ekrem elaheh elham elif elnaz elvan emad eman emel emin emine
  emrah emre enes engin erdal erdem erdoğan eren erhan erkan ermias erol ersin esen esin esmail esra
  evren eyad eylül eymen eyüp fadi fadia fadime fadma faduma fadumo fadwa faezeh faraj faramarz
  fardowsa fares farhad fariba farideh faris farnaz farshad fartun farzad farzaneh faten fatih
  fatiha fatin fatma fatoş fawzi fawzia faysel fereshteh ferhat feride fethi feven fevzi fidan figen
  fikret filiz filmon forough fouad fouzia freshta funda furkan gamze ghada ghaith ghassan ghazal
  ghazaleh gizem gökhan göksel golnaz gonca gönül gül gülay gülcan guled güler gülizar gülsen gülşen
  gülten güneş gürkan habon hacer hadeel hadi hadil hafid haidar hakan hala haldun halil halime
  halimo hamad hamdan hamdi hamed hamide hamse hanaa hanad hanan handan hande hani hania hanife
  harun hasna hasret hatem hatice havva hawa hawo haya hayat haytham hazal hedieh hediye hejar hend
  hengameh hibaaq hibo hicham hikmet hisham hiwa hiwot hoda hodan homa hooman hossein houda houria
  huda hülya hüseyin hüsnü hussam hussein ibado ibtisam idil idman idris idriss ifrah ikran ilayda
  ilham ilhan ilkay ilker ilknur imane inas inci intisar ipek iraj irem ismet ismihan israa issa
  issam istahil jaafar jabril jafar jalal jaleh jama jamaal jamilah javad jawahir jibril jihan
  jihane jinan jumana kader kadir kadriye kaltun kambiz kamel kamil kamyar karwan karzan kaveh kawa
  kawsar kawtar kazım kemal kerem kerim keyvan kezban khadar khadijo khadra khaled khalifa khatera
  khawla khosrow kidane kinsi kiros koray kosar kourosh kübra kurtulus ladan laila laleh lamia lamis
  latifa latife leili leman lemlem levent levin leyla liban lina linah loubna ludan lujain lujayn
  luwam maha mahad mahamed mahamud maher mahin mahir mahmoud mahmut mahnaz mahsa mahtab mahvash
  mahyar majd majda malak malek mana manal manar mandana mansour maram marwa marwan marwo maryan
  masoud massoud maysoon mazen mazin mebrahtu medine mehmet mehran mehrdad mehri mehtap melek meliha
  melike melis meltem meral merhawi meron mert merve meryem mesut metin mikias miran miray mirwais
  miski mitra mohsen mojgan mojtaba moktar moncef morteza mouna mounir mourad mücahit muhannad
  muhsin mukaddes mulu muna muntaha murat mustapha muzaffer nabiha naciye nada nader nadifa nadir
  nael nahla najat naji najib najla najwa nareen narges narjis nasra nasri nasser nassim navid nawal
  nawel naz nazan nazanin nazife nazlı necati necla negar negin nermin neslihan nevin nibras nilab
  nilay nilgün niloofar niloufar nima nimco nimet nimo nizar nooshin nour noura nouran nuh nuha nur
  nura nuradin nuran nuray nurcan nurgül nuri nuriye nuur nuurto oğuz oguzhan okan oktay olcay ömer
  omid onur orhan othman ouafa oumaima ozan özcan özge özgür özlem palwasha parastoo pari parisa
  parsa parvaneh parviz payam pejman pelin perihan peshawa peyman pınar pouya qadar qays raed raghad
  rahaf rahela rahma rahwa rajaa ramadan ramazan rami ramzi randa rania raniya raouf rasha rashad
  rawan rayan rayane rebwar recep reda redouane reem reema rehab reham renad reyhan reza rezan
  rezhin ridwan riham rima riyad robel rojda rojin ronahi roya rozhin rua ruba rukiye ruqia ruweyda
  saadiya sabri sabrin sabrine sacdiyo sadiya safwan sagal saghar sahand sahra saida sakine salaad
  salado salah saleh salem salih salwa samaher saman samaneh samatar sami samiha samrawit samsam
  sanaa sanaz sanem sarbast sardar savaş sawsan saziye şebnem seçil seda sedat sefa seif selam
  selami selcan selçuk selin selma sema semih semra sena senait senem şengül sepideh serap serdar
  serhat şerife serkan serpil setareh sevda sevgi sevil sevim sevinç sevtap şeyma sezen shadi shadia
  shahla shaho shahram shahrzad shaima shaimaa shamso shapour shayan sherif shervin shilan shima
  shirin shiva shokofa shukri shukria shwan siamak siavash sibel siham sihem simin simret sina sinan
  sinem sirad şirin snur soad sofia sofiane soheil soheila soheyla songül soran sorour souad
  soufiane souhail spogmai suaad suad suat sude sufyan suha suhayb süheyla şükrü suleiman süleyman
  suna taha tahar tahereh tahsin taner tarek tareq tarkan tayfun tayfur tekin tekle tesfay thuraya
  tigist tolga tsegay tsehay tuba tuğba tuğçe tülay tuncay turan turgut ubah ufuk ugbad uğur ümit
  umkalsum umut ünal usama vahid vedat veli veysel volkan wael wafa wafaa wahiba waleed warda
  warsame wassim widad wissam yacine yacoub yacquub yağmur yahia yahye yalçın yalda yaman yamina
  yara yasaman yasemin yasser yassin yassine yavuz yazan yazid yeliz yeter yiğit yıldız yılmaz
  yohannes yonas yordanos youcef younes yousra youssef youssra yüksel yurub yusur zafer zahi zakaria
  zaki zamzam zana zaniar zarghona zeinab zeki zekiye zeliha zerrin zeynab zeynep zhila ziad zied
  zilan zineb zohreh zubeyde zuhair zuhal zuhra zuhur zülal
`

const africanAndCaribbean = `
  abayomi abena abeni abeo abike abimbola abiodun abiola abosede achieng adaeze adaku adanna adaobi
  adaora ade adebayo adebimpe adebisi adebola adedayo adedoyin adekunle adeleke ademola adeola
  aderonke adesina adesuwa adetola adewale adeyemi adhiambo adjoa adwoa afia afolabi afolake afua
  aimée aisosa aissatou ajoke akeela akeem akello akin akinola akosia akosua akua akwasi akyaa
  alford alhaji alhassan aline alton alusine ama amadi amadou amaka amarachi aminata ampofo anan
  anthonia antoine antwan apio araba ashanti aston atieno auma awa awah awurama ayanda ayo ayobami
  ayodeji ayodele ayokunle ayomide ayomikun ayotunde ayuk baaba babajide babatunde bahati bamidele
  bankole baraka béatrice beres beverly binta bintu blaise boakye bola bolaji bolanle bolu bongani
  bose bosede brima buchi bukola bukunola busayo busisiwe cassius cédric chanel chanelle chantale
  chanté cherno chiamaka chiara chibuike chibuzo chibuzor chidera chidi chidiebere chidimma chiedza
  chiemela chigozie chijioke chika chike chima chinaza chinedu chinelo chinenye chineze chinonso
  chinwe chinyere chioma chipo chisom chizoba chuka chukwudi chukwuemeka chukwuma clarisse clovis
  cordell curtley curtly dami damilare damilola damion dandre dante dapo dareece darnell dashawn
  davon davonte dayan dayo deandra deandre delano dele delroy demario demetria demola denzelle deon
  deshawn devante devon diallo didier dijon dionne djibril dola donae donnette dorcas doyin duduzile
  earla earlene ebele ebenezer ebere ebonie ebube edem edet efua ejike ekene ekow ekua ekundayo
  ekuwa eldon elinam elorm elroy emeka emem eniola enitan enyonam eon errol ese esi esmie esosa
  etinosa eustace everton eyitayo ezinne ezinwa fabienne fabrice fadekemi fanta farai fatmata fatou
  fela femi fiifi fikayo fikile fisayo fitzroy floella fola folake folarin folasade folashade foluke
  foluso funke funmi funmilayo funso furaha garfield gbemi gbenga gbolahan genaya gifty glenroy
  godfred godswill godwin haja halimatu hawwa hopeton ibukun icilda idowu ifeanyi ifechi ifeoma
  ifunanya ige igho ihuoma ijeoma ikenna imani ineza inioluwa isatou isoken itohan itunu ivelaw
  iyabo iyanu jabari jahmai jahmal jahmelia jahvon jahzara jainaba jaiyeola jamar jamarl jamelia
  javon javonte jazmin jerell jerelle jermain jevon jide jidenna jodian jonelle josué joycelyn juma
  jumoke kadeem kadian kadiatu kadie kagiso kaleisha kamari kamau kamilah kaneng kareem karleen
  kaydeen kaydian kayode kehinde keisha kelechi kelisha kemar kemi kemoy keneisha kenisha kenroy
  kerron keziah khadijat khalani khaleel khanyi kiana kimani kimora kingsley kipchoge kobina kodjo
  kofi kojo kola kolade kolawole korede korkor kossi kuda kudzai kudzanai kujo kukua kunle kwabena
  kwadwo kwaku kwame kwamena kwasi kweku kwesi kymani lakeisha lamin lanre latifat latisha latoya
  layo leighton lekan lerato leroi levar lindiwe linford linval lolade lorenzo lungile lynval maame
  mabinty makayla makeda malakai malaki mamadou mamadu mandla mardell mariama mariamu mariatu
  marlena marquise mawuli mawusi mbali mbuyi melisha merlene merlyn mervin mikayla mireille modou
  modupe mojisola molara monifa morayo moriam mosun moyosore mpho mudiwa mugisha mukasa munashe
  munya musu mutesi muyiwa mwajuma mwangi naa nabou nakato nakia nakita namukasa nandi nanyonga
  natalee ndidi ndubuisi neema neo ngalula ngozi nickesha nigella nikeisha niyi njeri nkechi nkem
  nkiru nkiruka nkosana nnamdi nneka nnenna nneoma nomsa nomvula nonso nonye nosa nothando ntombi
  nwamaka nwando nyah nyambura nyanna nyaradzo nyarko nyasha nyasia nyla obafemi obi obinna obioma
  ochuko odane odean odongo odunayo ogechi ojo okello olabisi olabode oladapo oladele oladipo
  olajide olakunle olamide olanrewaju olaoluwa olatunde olawale olayemi olayinka olivier olu
  olubunmi oluchi oludare olufemi olufunke olumide olusegun oluseun olusoji olusola oluwafemi
  oluwakemi oluwaseun oluwaseyi oluwatobi oluwole oluyemi omari omolade omolara omolola omotayo
  omotola omowunmi oneil onome onyeka onyinye ope opeyemi opio oreoluwa orlene orville osagie
  osarieme osaro osas osaze osei otieno oumar ousmane owuraku oyin oyinda ozzie panashe pascal
  paulton phylicia prisca quianna rashaun rashawn rasheeda rehema rhianna romaine romario rosemarie
  rotimi rudo rukayat rushawn rutendo sadé sanchez sanique sarpong sashana sashoy savion segun sekai
  sekou selasi selorm seun seyi shabba shamar shanay shaneka shanelle shaniqua shanique shantae
  shantel shaquan shareece sharna shavonne sheku shelly shemar sherelle sherene sherika shevon
  shingai shola shyanne sibusiso simbarashe sipho sizwe sola solange solape somto sunkanmi sylvan
  tadiwa tafadzwa taiwo takudzwa tamia tamica tamika tanaka taneisha tanesha tanisha tapiwa tarique
  tariro tashana tashawn tatenda tawanda tayo tega temi temidayo temitayo temitope tendai tendayi
  tenneh tevin thabo thandeka thandi thandiwe thierry thulani tianna tiarna tife timi tinashe titi
  titilayo titilola tito tiwa tobenna tobi tochi tochukwu toju tokunbo tola tolani tolu tolulope
  toluwani tomisin tomiwa tope tosan tosin toyin toyosi tremaine trevon trey tsitsi tumi tunde tunji
  tyreece tyreek tyreke tyrell tyrese tyrice uche uchechi uchenna udo udoka ufuoma ugo ugochi ugonna
  uju ukachi uwase uzoamaka uzoma venetia verona verone vivica vuyo wale wambui wangari wanjiku
  wanjiru wasiu wasswa wayne wole wunmi wuraola yaa yaaba yakubu yanique yannick yayra yejide yemi
  yemisi yetunde yewande yinka yomi yusufu yves zaire zakai zakari zandile zanele zaria zariah
  zawadi zion zodwa
`

// Polish, Romanian and Portuguese.
const european = `
  adela adelaida adelina adilson adrián adriana adriano afonso agata agnieszka agostinho ailton
  albertina alberto albino alda aleksander aleksandra aleksy alexandre alexandrina alexandru alfredo
  alicja alin álvaro amadeu amália américo ana anabela anamaria anastazja anca andra andré andreea
  andrei andreia andrzej aneta anetta ângela angelika ângelo anghel aniela anișoara antek antoni
  antonina antónio apolonia arek arkadiusz armando arminda artur augusto aurel aurelia aurelian
  aurélio aurica baltazar bartek bartłomiej bartosz bazyli beata beatriz belmira benedita benvinda
  bernadeta bernardo błażej bogdan bogdana bogumił bogusław bogusława bolesław borys bożena branca
  brás bronisław bronisława bruna bruno caetana caetano camelia carlos carlota carolina cătălin
  cătălina catarina célia celina celso césar cezar cezara cezary ciprian cláudia cláudio claudiu
  conceição constanța constantin corina cornel cornelia cosmin cosmina costel costica costin
  cremilde crina cristi cristian cristiana cristiano cristina cristóvão custódia custodio czesław
  czesława daciana dagmara daniela danuta daria dariusz dawid débora denisa deolinda dinis dinora
  diogo dobrosława doina doinița domingas domingos dominik dominika dorel dorin dorina dorota doru
  dragoș duarte dumitra dumitru ecaterina edite edmundo edson eduard eduarda eduardo edyta elisabeta
  elisabete elwira elżbieta emanuel emanuela emil emília ermelinda ernesto eryk estela estêvão
  estrela eugen eugénia evaristo ewa ewelina fabian fábio fănel fátima felicia feliks felipe
  felisberto fernanda fernando filip filipa filipe filofteia filomena flávia flávio floarea
  florentina florin florina francisca francisco franciszek franek frederico fryderyk gabi gabriela
  gaspar gavril genowefa georgeta georgian georgiana gertrudes gheorghe gheorghița gica gigel
  gilberto gilson gisela glória gonçalo gosia graça graciete gracjan grażyna grigore grzegorz
  guilherme guiomar gustavo gustaw halina hanna heitor hélder helga hélio henrique henryk henryka
  hermínia horácio horațiu horia humberto idalina iga ignacy ilda ileana ilie ilinca ilona inácio
  inês ioana ionel ionela ionica ionuț iosif irena ireneusz irina isabela isaura iulia iulian
  iuliana iulică iuliu iustin ivo ivone iwona iza izabela izabella jacek jacinta jacinto jadwiga
  jagoda jakub janek janina janusz jarek jarosław jędrzej jefferson jerzy joana joão joaquim
  joaquina joasia jola jolanta jorge josé josefa josefina józef józefa júlia juliano júlio julita
  julka jussara justyna kacper kaja kajetan kalina kamila karol karolina kasia kasper katarzyna
  kazimiera kazimierz kinga klara klaudia konrad kornelia krysia krystian krystyna krzysiek
  krzysztof ksawery kuba lăcrămioara larisa larissa laurențiu leandro lech lenuța leonardo leonel
  leonilde leonor leontin leszek letícia liana lídia liliana lilianna livia liviu liwia loredana
  lourdes lourenço luana lúcia luciana luciano lucica lucília łucja lucreția lucyna ludovic ludovina
  ludwik luís luísa luiza łukasz luminița luzia maciej maciek madalena mădălin mădălina mafalda
  magda magdalena maja maks maksymilian małgorzata małgosia manuel manuela marcela marceli marcelina
  marcelle marcelo márcia marcin márcio marek margarida mariana maricica marilena marília marin
  marinela mário mariola marisa marius mariusz marta martim martyna marysia marzena matei mateus
  mateusz matheus matylda maurício maximiano melania michał michalina mieczysław miguel mihaela
  mihai mihail mihăiță mikołaj milena mioara mircea mirek mirela mirella mirosław mirosława miruna
  mitică mónica nádia nadzieja narcis narcisa natacha natália natalița natan nataniel neculai nela
  nélia nélson nelu nicolae nicolaie nicoleta nicu nicușor nídia nikodem nikola noémia nuno oana
  octavian octávio odete olek olgierd olimpia olinda olívia oliwia oliwier orlanda óscar oskar
  otávio otilia ovidiu palmira patrícia patrycja paulo paweł pedro petre petrică petronela petru
  petruța piedade piotr piotrek plácido przemek przemysław quitéria radek radosław radu rafaela
  rafał raimunda raimundo raluca ramiro rareș raúl răzvan reinaldo rejane remigiusz remus renato
  ricardina rodica rodrigo rogério romão romica rosana rosângela rosário rosilene roxana róża rubem
  rúben rui rute ruxandra ryszard sabin salvador sanda săndel sandro sandu santiago serafim sérgio
  seweryn silvana sílvia silvina silviu simão simona sławek sławomir sónia soraia sorin sorina
  stanisław stanisława staś stasia ștefan stefana ștefania stefanita susana sylwester sylwia szymon
  tadeusz tânia telma telmo teodor teodora thaís thiago tiago tiberiu timóteo toader tomasz tomé
  tomek traian tudora tymek tymon tymoteusz urszula valdemar valentin valéria valeriu vali vasco
  vasile vasilica vicente vicențiu victoraș victorita vinícius violeta viorel viorica virgilio
  virgínia vítor vitória vlad vladimir vladut wacław waldek waldemar wanderley washington wellington
  weronika wiesław wiesława wiktor wiktoria wioletta witek witold władysław władysława wojciech
  wojtek żaneta zbigniew zbyszek zdzisław zdzisława zélia zenon zofia zosia zulmira zuzanna zuzia
  zygmunt
`

const chineseAndVietnamese = `
  aimi anh anping bao baoyi bich bingbing binh chao chaoyang chen cheng chenxi chi chin ching chiu
  chu chuan chung chunhua chunli cuilan cuiping cuong dandan danh dao dawei dieu dinh dongmei duc
  dung duong fai feifei fenfang feng fuk fung guang guangming guanyu guiying guo guohua guoqiang
  gwok hai haitao haiyan han hanh hao haoran haoyu hien hieu hoa hoai hoang hong honghui hongmei
  hsin hua huan huang hui huifang huiling huimin huong huyen jia jiahao jian jianguo jianhua
  jianming jiaqi jiawei jiayi jiaying jiayu jie jin jing jingjing jingyi jinhua junhao junjie khanh
  kin kwan kwok kwong lai lam lan lanying lei li lien lihua lijuan liling liming lin linh liping
  liqin liwei loan mei meihua meilan meili meiling meiyu ming minghao mingming mingxia minh minji
  nga ngan ngoc nguyet nhi nhung oanh phong phuc phung phuong qi qian qiang qiao qin qing qiong qiu
  quan quang quoc quyen quynh ren ru ruolan ruoxi shaoqing shen sheng shi shu shuang shufen siew siu
  suk suki suling sung sze tao thach thanh thao thien thinh thoa thu thuan thuong thuy tian tien
  ting tingting toan tram trang trinh truc trung truong tsz tuan tuyen tuyet uyen wai wei weiming
  weiwei wen wenjie wenjing xia xiang xiao xiaodong xiaohong xiaohui xiaojun xiaoli xiaoling xiaomei
  xiaoming xiaoyan xiaoyu xin xing xinran xinyi xinyu xiu xiulan xiuli xiuying xu xuan xue xueqin
  yan yanhong yanling yanping yanyan yating yee yen yi yichen yifan yijun yiming ying yingying
  yiting yixuan yong yu yuan yuanyuan yuchen yue yuen yuhan yulan yun yunfei yurong yuting yutong
  yuxin yuxuan zhen zheng zhenhua zhi zhihao zhiqiang zhiwei zhong zhou zhuang zihan zihao ziqi
  zixin zixuan ziyi ziyu
`

const wordsOf = (list: string) => list.trim().split(/\s+/)

/** "siân" as "sian", "łukasz" as "lukasz": keyboards and court forms drop the marks. */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f']/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')

const ambiguousNames = wordsOf(ambiguous)

const names = [
  ...ambiguousNames,
  ...wordsOf(english),
  ...wordsOf(welsh),
  ...wordsOf(scottishAndIrish),
  ...wordsOf(southAsian),
  ...wordsOf(middleEasternAndSomali),
  ...wordsOf(africanAndCaribbean),
  ...wordsOf(european),
  ...wordsOf(chineseAndVietnamese),
]

/** Every listed name in lower case, as commonly written and without its marks. */
export const firstNames: ReadonlySet<string> = new Set(names.flatMap((name) => [name, plain(name)]))

/** The subset that is also a word, month or place: a capital alone does not make it a person. */
export const ambiguousFirstNames: ReadonlySet<string> = new Set(ambiguousNames)
