/** Base form, then past, then participle where it differs; British forms first. Checked against two grammars' lists. */
export const irregularVerbs = `
arise arose arisen|awake awoke awoken|be was were been am is are|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent|bet bet|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|bring brought
build built|burn burnt burned|burst burst|buy bought|can could|catch caught|choose chose chosen|cling clung|come came come
cost cost|creep crept|cut cut|deal dealt|dig dug|do did done does|draw drew drawn|dream dreamt dreamed|drink drank drunk
drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung
fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|gaslight gaslit gaslighted|panic panicked panicking|mimic mimicked mimicking
give gave given|go went gone goes|grind ground|grow grew grown|hang hung hanged|have had has|hear heard|hide hid hidden
hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant leaned|leap leapt leaped
learn learnt learned|leave left|lend lent|let let|lie lay lain lied|light lit|lose lost|make made|mean meant|meet met
mislead misled|misunderstand misunderstood|overcome overcame overcome|overhear overheard|oversee oversaw overseen|overtake overtook overtaken
pay paid|put put|quit quit|read read|rebuild rebuilt|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said
see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shed shed|shine shone|shoot shot|show showed shown
shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|sling slung|slit slit
smell smelt smelled|speak spoke spoken|speed sped|spell spelt spelled|spend spent|spill spilt spilled|spin spun|spit spat
split split|spoil spoilt spoiled|spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung
stink stank stunk|stride strode|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swelled swollen
swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust thrust
tread trod trodden|undergo underwent undergone|understand understood|undertake undertook undertaken|undo undid undone
upset upset|wake woke woken|wear wore worn|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld
withstand withstood|wring wrung|write wrote written`
