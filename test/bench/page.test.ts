import {describe, expect, test} from 'vitest'
import {halvesTable, registerTable, roundTable} from '../../bench/accuracy/tables.ts'
import {itemOf, labelOf} from './labels.ts'

/** The cells of a table, row by row, without the line under its head. */
const cellsOf = (table: string) =>
  table
    .split('\n')
    .filter((_, index) => index !== 1)
    .map((line) => line.slice(2, -2).split(' | '))

/** A table’s rows by the names of its columns. */
function rowsOf(table: string) {
  const [head = [], ...rows] = cellsOf(table)
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index]])))
}

test('a register is shown with its figures and the counts behind them', () => {
  const tally = {
    flagged: 1200,
    innocent: 400,
    told: 900,
    toldOrAsked: 1000,
    toldInPlace: 600,
    toldOrAskedInPlace: 660,
    toldOnInnocent: 100,
    askedOnInnocent: 2,
  }
  const section = {
    register: 'plain',
    half: 'measured',
    mode: 'declared',
    tally,
    categories: [],
  } as const
  expect(rowsOf(registerTable([section]))).toEqual([
    {
      half: 'measured',
      parties: 'declared',
      precision: '0.900',
      recall: '0.750',
      'recall with questions': '0.833',
      'recall by place': '0.500',
      'by place, with questions': '0.550',
      flagged: '1,200',
      innocent: '400',
      'told on innocent': '100 (25.0 %)',
      'asked on innocent': '2 (0.5 %)',
    },
  ])
})

describe('rounds', () => {
  const undeclared = {
    told: 20,
    'told-or-asked': 40,
    'told-on-innocent': 0,
    'asked-on-innocent': 4,
  }
  const round = {
    round: 'police',
    register: 'plain',
    date: '2026-01-31',
    flagged: 50,
    innocent: 40,
    undeclared,
    note: 'a log',
  } as const

  test('are shown with precision and recall of their first counts', () => {
    expect(rowsOf(roundTable([round]))).toEqual([
      {
        round: 'police',
        date: '2026-01-31',
        register: 'plain',
        parties: 'undeclared',
        precision: '1.000',
        recall: '0.400',
        'recall with questions': '0.800',
        'flagged: told, told or asked, all': '20, 40, 50',
        'innocent: told, asked, all': '0, 4, 40',
        note: 'a log',
      },
    ])
  })

  test('have two rows where people were declared', () => {
    const declared = {...undeclared, told: 30, 'told-on-innocent': 10}
    const rows = rowsOf(roundTable([{...round, declared}]))
    expect(rows.map(({parties, precision}) => `${parties} ${precision}`)).toEqual([
      'declared 0.750',
      'undeclared 1.000',
    ])
  })
})

test('the sizes of the halves are by first label, with the innocent at the end', () => {
  const excusing = labelOf(true, {category: ['EX', 'VB'], span: ['flagged', 'text']})
  const items = [
    itemOf(labelOf(true)),
    itemOf(labelOf(true), {half: 'measured'}),
    itemOf(excusing, {register: 'subtle', half: 'measured'}),
    itemOf(labelOf(false), {half: 'measured'}),
    itemOf(labelOf(false), {half: 'measured'}),
  ]
  expect(cellsOf(halvesTable(items))).toEqual([
    ['category', 'plain, measured', 'plain, work', 'subtle, measured', 'subtle, work'],
    ['EX excusing', '0', '0', '1', '0'],
    ['VB victim-blaming', '1', '1', '0', '0'],
    ['innocent', '2', '0', '0', '0'],
  ])
})
