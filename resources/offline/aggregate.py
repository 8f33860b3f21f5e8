def main():
    facts = {}
    columns = typed(load(PATH, facts), facts)
    values = columns[COLUMN][1] if COLUMN else None
    result = {'aggregate': 1, 'function': FUNCTION, 'column': COLUMN, 'group': GROUP}
    if FUNCTION == 'rows' and not GROUP:
        return {**result, 'value': str(len(next(iter(columns.values()))[1])), 'rows': len(next(iter(columns.values()))[1])}
    calls = {'mean': 'mean', 'sum': 'sum', 'max': 'max', 'min': 'min', 'median': 'median', 'std': 'std', 'unique': 'nunique', 'rows': 'size'}
    if GROUP:
        table = pd.DataFrame({'group': columns[GROUP][1], 'value': values if values is not None else 0})
        table = table.dropna(subset=['group'] + (['value'] if values is not None else []))
        if columns[GROUP][0] == 'date':
            table['group'] = table['group'].dt.strftime('%Y-%m-%d')
        elif columns[GROUP][0] in ('integer', 'number'):
            table['group'] = table['group'].map(show)
        grouped = getattr(table.groupby('group')['value'], calls[FUNCTION])().sort_values(ascending=FUNCTION == 'min')
        result.update(rows=int(len(table)), groups_total=int(len(grouped)), groups=[[brief(key), show(value)] for key, value in grouped.head(20).items()])
        return result
    present = values.dropna()
    if present.empty:
        return {**result, 'problem': 'empty'}
    value = getattr(present, calls[FUNCTION])() if FUNCTION != 'rows' else len(present)
    result.update(value=show(value), rows=int(len(present)))
    if FUNCTION in ('max', 'min') and WHICH:
        where = present.index[present == value][:3]
        result['where'] = [brief(columns[WHICH][1].loc[i] if columns[WHICH][0] not in ('date', 'integer', 'number') else show(columns[WHICH][1].loc[i])) for i in where]
        result['which'] = WHICH
    return result


try:
    answer = main()
except Exception as error:
    answer = {'aggregate': 1, 'problem': f'{type(error).__name__}: {brief(error, 200)}'}
print(json.dumps(answer, ensure_ascii=False))
