import {describe, expect, test} from 'vitest'
import {markLanguages} from '../../src/core/language.ts'
import type {Block, Language} from '../../src/core/types.ts'

const block = (text: string): Omit<Block, 'language'> => ({
  kind: 'paragraph',
  range: {start: 0, end: text.length},
  text,
  section: [],
  label: 'paragraph 1',
})

/** The languages of blocks that stand in one document, in order. */
const languages = (...texts: readonly string[]): Language[] =>
  markLanguages(texts.map(block)).map(({language}) => language)

/** Between two blocks of the other language, so that nothing is right by inheritance. */
const englishOpening = 'The children live with their mother and have done so since they were born.'
const welshOpening = "Mae'r plant yn byw gyda'u mam ac wedi gwneud hynny ers iddynt gael eu geni."
const alone = (text: string, other: string) => languages(other, text)[1]

const welsh = [
  "Mae'r fam yn dweud bod y tad wedi ei tharo o flaen y plant.",
  "Roedd Mr Hughes wedi cymryd ei ffôn a'i harian hi am fisoedd lawer.",
  'Cafodd y plant eu gweld yn yr ysgol ar y trydydd o Fawrth.',
  'Dywedodd Cai wrthyf ei fod yn ofni mynd adref i dŷ ei dad.',
  'Nid oedd y tad yn fodlon siarad am yr hyn a ddigwyddodd yn y gegin.',
  'Rwyf wedi darllen cofnodion yr heddlu a llythyr gan y meddyg teulu.',
  "Bydd angen i'r llys ystyried effaith y cam-drin ar bob un o'r plant.",
  "Mae'r ysgol yn poeni bod Seren yn dawel iawn ar ôl pob ymweliad.",
  'Aeth Ms Rees â’r plant i gartref ei chwaer er mwyn eu cadw’n ddiogel.',
  'Yn fy marn i, mae risg sylweddol o niwed os bydd cyswllt heb oruchwyliaeth.',
  "Dylai'r tad gwblhau'r rhaglen cyn i unrhyw gyswllt uniongyrchol ddechrau.",
  'Gwelais y fam yn ei chartref ym mis Ebrill ac eto ym mis Mehefin.',
  'Mae hi wedi symud ddwywaith oherwydd ei ymddygiad tuag ati hi.',
  'Clywodd y plant y gweiddi o’u hystafell wely ac roeddent yn crio.',
  "Mae'r tad yn gwadu iddo fygwth y fam ar y ffôn nac mewn neges.",
  'Roedd y cymdogion wedi galw’r heddlu dair gwaith yn ystod yr haf.',
  'Nid yw’r fam wedi cael gweld ei theulu ei hun ers dwy flynedd.',
  'Cafwyd y tad yn euog o ymosod ar y fam yn y llys ynadon.',
  "Hoffai Seren weld ei thad, ond dim ond gyda'i nain yn yr ystafell.",
  'Mae patrwm o reolaeth drwy orfodaeth i’w weld yn y cofnodion hyn.',
  'Ysgrifennodd y barnwr fod y tad wedi ceisio rheoli arian y teulu.',
  'Gofynnodd Cai i mi beidio â dweud wrth ei dad beth ddywedodd ef.',
  "Rwy'n argymell bod y plant yn aros gyda'u mam ac yn yr un ysgol.",
  'Mae Cafcass Cymru wedi siarad â’r ddau riant ac â’r ymwelydd iechyd.',
  "Doedd neb wedi gofyn i'r plant sut oedden nhw'n teimlo am y symud.",
  'Torrodd y tad ddrws y gegin tra oedd y plentyn ieuengaf yn cysgu.',
  "Mae'n dilyn y fam i'r gwaith ac yn aros amdani yn y maes parcio.",
  'Ni fu unrhyw gyswllt rhwng y tad a’r plant ers mis Tachwedd.',
  'Dyma adroddiad a baratowyd ar gyfer y llys teulu yng Nghaerdydd.',
  'Mae gan y plant berthynas agos â’u modryb sydd yn byw gerllaw.',
  "Fe wnaeth y fam bopeth a allai i gadw'r plant allan o'r ffordd.",
  'Roedd ofn arni hi y byddai ef yn mynd â’r plant dramor.',
  'Mae eu hathrawes yn dweud eu bod nhw yn hapusach erbyn hyn.',
  'Eglurais wrth y plant fy mod yn siarad ar eu rhan yn y llys.',
  'Tarodd y tad hi.',
  "Dymuniadau a theimladau'r plant",
  'Cefndir yr achos hwn',
  "Mae'r plant yn ddiogel.",
  'Asesiad risg a niwed i’r plant',
  'DYMUNIADAU A THEIMLADAU PLANT Y TEULU HWN',
  'Fy argymhellion i’r llys',
  'Ymddygiad y tad tuag at ei deulu',
]

const english = [
  'Ms Angharad Llywelyn of Ystrad Mynach told me that she had left in March.',
  'Cai attends Ysgol Gymraeg Pen-y-groes and is in Year 4 there.',
  'Cafcass Cymru filed a safeguarding letter on 3 March 2023 in these proceedings.',
  'Mam and Taid took the children to Nain in Pwllheli after he broke the door.',
  'Mr Gethin Prydderch hit Ms Rees in the kitchen of their home in Llanfihangel y Pennant.',
  'Nain said that Dad shouts at Mam and that Mam cries in the bathroom.',
  'The children were seen at Ysgol y Preseli, Crymych, on two occasions.',
  'Ms Llio ap Dafydd lives at 4 Heol y Felin, Bryn-y-groes, Pentre’r Eglwys.',
  'Seren calls her grandparents Nain and Taid and sees them every Sunday.',
  'PC Ieuan ap Rhys of Heddlu Gogledd Cymru attended the address at 23:10.',
  'He followed her to Merthyr Tudful, then to Aberdâr, and then to Ynys-y-bwl.',
  'Mr Hughes controlled the money, checked her phone and chose her friends.',
  'I am concerned about the risk to Cai, who is six years old.',
  'She was assaulted by Mr Hughes on three occasions between 2019 and 2021.',
  'Mae told me that she does not want to see her father at her school.',
  'Dan and Mai were asleep upstairs when Mr Ifans smashed the window.',
  'Contact at Canolfan Deulu Bro Ddyfi, Machynlleth, was ended early by staff.',
  'The family speak Welsh at home, and I spoke Welsh with Guto and Lleucu.',
  'Dr Non Llwyd of Ysbyty Gwynedd examined Ms Rees and recorded four bruises.',
  'Gwenllian, Llŷr, Siân and Ffion live with Ms Rhiannon Gwyn in Y Felinheli.',
  'The mother failed to protect the children from what they saw.',
  'It was a volatile relationship on both sides.',
  'There is no evidence before the court of any injury to either child.',
  'I recommend that the children remain in the care of their mother.',
  'His aunt, Modryb Eirlys, heard him threaten to burn the house down.',
  'A neighbour in Stryd Fawr, Y Bala, called the police after hearing screams.',
  'The respondent denies each allegation and relies on his statement of 4 May.',
  'During the visit Cai drew his family, leaving his father at the edge.',
  'He told me, "Mae ofn arna i", which he explained as meaning that he is afraid.',
  'Her mother-in-law, Mrs Morfudd Penri-Huws, drove them to Aberystwyth that night.',
  'Social services in Ynys Môn opened an assessment under section 47.',
  'The health visitor, Delyth Wyn Bowen, described a watchful and quiet baby.',
  'Ysgol Llanfair-yn-Neubwll reports attendance of 71 per cent since Easter.',
  'Both parents say that they want the arguments to stop for the children.',
  'Mr Llywarch ap Gruffudd breached the order twice in the week it was made.',
  'Police logs from Dyfed-Powys and Heddlu De Cymru record nine call-outs.',
  'Ms Rees changed the locks, told the school and kept a record of the calls.',
  'I read the bundle, spoke with both parents and visited each of the children.',
  'Mam-gu collects the girls from Ysgol Bro Teifi on Mondays and Thursdays.',
  'Father accepts that he shouted but says that Mother provoked him.',
  'Welsh Women’s Aid and Byw Heb Ofn offered Ms Rees a place in refuge.',
  'Elis said he’d hide under the bed with Nel whenever Dad’s voice got loud.',
  'We don’t know whether the children heard what was said; they weren’t asked.',
  'These reports were completed by Heledd Fychan-Rees, family court adviser.',
  'Mr Hughes strangled Ms Rees twice while pregnant, leaving visible marks.',
  'Rhodri punched walls, kicked doors and threw plates throughout their marriage.',
  'Staff at Cylch Meithrin Y Gurnos noticed that Beca flinches near men.',
  'Ms Rees, of Cwrt yr Hen Ysgol, Pen-y-bont ar Ogwr, seeks a protective order.',
  'Ynyr Puw threatened, followed and photographed Ms Myfanwy Puw outside Y Ganolfan.',
  'THE CHILDREN’S WISHES AND FEELINGS ABOUT CONTACT WITH MR YNYR PUW',
  'Background and family composition',
  'Wishes and feelings',
  'Analysis of risk',
  'Dan kicked Seren.',
  'Mae kicked Cai.',
  'Mother cried afterwards.',
  'Police attended promptly.',
  'He hit her.',
  'Recommendations to the court',
  'Tad was angry with Mam again.',
  'Mam and Taid were there too.',
  'Mr Hughes of Ystrad Mynach',
]

describe('markLanguages', () => {
  test.each(welsh)('takes for Welsh: %s', (text) => {
    expect(alone(text, englishOpening)).toBe('cy')
  })

  test.each(english)('takes for English: %s', (text) => {
    expect(alone(text, welshOpening)).toBe('en')
  })

  test.each(welsh)('takes for Welsh with decomposed letters: %s', (text) => {
    expect(alone(text.normalize('NFD'), englishOpening)).toBe('cy')
  })

  test('reads decomposed names as letters, not as the ends of words', () => {
    expect(alone('Siân, Llŷr and Tomos were in Ynys Môn.'.normalize('NFD'), welshOpening)).toBe(
      'en',
    )
  })

  test('takes straight, curly and wrongly turned apostrophes for the same', () => {
    const texts = ["Mae'r tad", 'Mae’r tad', 'Mae‘r tad', 'Maeʼr tad'].map((t) => `${t} yma.`)
    expect(texts.map((text) => alone(text, englishOpening))).toEqual(['cy', 'cy', 'cy', 'cy'])
  })

  test('takes a block of names, or one of under three words, for the language before it', () => {
    const names = 'Angharad Llywelyn, Ystrad Mynach'
    expect(languages(englishOpening, names, welshOpening, 'Cai', '3 March 2021')).toEqual([
      'en',
      'en',
      'cy',
      'cy',
      'cy',
    ])
  })

  test('takes a short block at the start for the language of most of the document', () => {
    expect(languages('Cefndir', welshOpening)).toEqual(['cy', 'cy'])
    expect(languages('Cefndir', englishOpening, welshOpening, englishOpening)[0]).toBe('en')
  })

  test('takes a document that says nothing for English', () => {
    expect(languages('Cai', '12', '—')).toEqual(['en', 'en', 'en'])
    expect(languages()).toEqual([])
  })

  test('a quotation in the other language does not change the block', () => {
    const quoting = `${welshOpening} "I hate it when he shouts at us", meddai Cai wrthyf wedyn.`
    expect(alone(quoting, englishOpening)).toBe('cy')
  })

  test('keeps everything else of a block as it was', () => {
    const before = {...block(welshOpening), section: ['Cefndir'], label: '4.2'}
    expect(markLanguages([before])).toEqual([{...before, language: 'cy'}])
  })
})
