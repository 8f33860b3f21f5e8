MAX_COLUMNS = 40


def outliers(values):
    """By the distance from the median in units of the median distance (Iglewicz and Hoaglin): beyond 3.5."""
    middle = values.median()
    spread = (values - middle).abs().median()
    if spread == 0 or len(values) < 8:
        return None
    far = values[(0.6745 * (values - middle).abs() / spread) > 3.5]
    if far.empty:
        return None
    extreme = far.reindex((far - middle).abs().sort_values(ascending=False).index).head(3)
    return {'count': int(len(far)), 'examples': [show(v) for v in extreme]}


def describe(name, kind, values, unfit, rows):
    present = values.dropna()
    result = {'name': brief(name, 120), 'type': kind, 'missing': int(rows - len(present) - unfit), 'unfit': unfit, 'unique': int(present.nunique())}
    if kind in ('number', 'integer') and len(present):
        result.update(min=show(present.min()), max=show(present.max()), mean=show(present.mean()), median=show(present.median()), sum=show(present.sum()))
        found = outliers(present)
        if found:
            result['outliers'] = found
    elif kind == 'date' and len(present):
        result.update(min=show(present.min()), max=show(present.max()))
    elif len(present):
        result['top'] = [[brief(value), int(count)] for value, count in present.value_counts().head(3).items()]
    return result


def is_key(kind, values):
    """Numbers that count rows rather than measure anything."""
    present = values.dropna()
    return kind == 'integer' and len(present) > 10 and present.nunique() == len(present) and (present.diff().dropna() == 1).mean() > 0.9


def relations(columns, measures):
    found = []
    if len(measures) > 1:
        table = pd.DataFrame({name: columns[name][1] for name in measures}).head(100_000)
        matrix = table.corr(method='spearman', min_periods=8)
        for i, a in enumerate(measures):
            for b in measures[i + 1:]:
                r = matrix.loc[a, b]
                if r == r and abs(r) >= 0.5:
                    found.append((abs(r), {'kind': 'numbers', 'a': brief(a, 60), 'b': brief(b, 60), 'r': f'{r:.2f}', 'rows': int(table[[a, b]].dropna().shape[0])}, (a, b)))
    for a, (kind, groups, _) in columns.items():
        if kind not in ('category', 'boolean') or not 2 <= groups.nunique() <= 12:
            continue
        for b in measures:
            table = pd.DataFrame({'group': groups, 'value': columns[b][1]}).dropna()
            total = ((table['value'] - table['value'].mean()) ** 2).sum()
            if len(table) < 10 or total == 0:
                continue
            means = table.groupby('group')['value'].agg(['mean', 'count'])
            share = ((means['mean'] - table['value'].mean()) ** 2 * means['count']).sum() / total
            if share >= 0.25 and len(means) * 3 <= len(table):
                found.append((share ** 0.5, {'kind': 'groups', 'a': brief(a, 60), 'b': brief(b, 60), 'share': f'{100 * share:.0f}',
                                            'high': [brief(means['mean'].idxmax()), show(means['mean'].max())],
                                            'low': [brief(means['mean'].idxmin()), show(means['mean'].min())]}, (a, b)))
    return sorted(found, key=lambda item: -item[0])


def draw(columns, measures, related, stem):
    import matplotlib
    matplotlib.use('Agg')
    from matplotlib import font_manager, pyplot as plt
    known = {font.name for font in font_manager.fontManager.ttflist}
    plt.rcParams['font.family'] = ['DejaVu Sans'] + [name for name in ('Noto Sans CJK SC', 'Noto Sans CJK JP', 'Noto Sans CJK TC', 'WenQuanYi Zen Hei') if name in known]
    plt.rcParams['axes.unicode_minus'] = False
    made = []

    def finish(figure, axes, kind, x, y, title):
        axes.set_title(title)
        axes.spines[['top', 'right']].set_visible(False)
        axes.grid(True, axis='y', alpha=0.25)
        name = f'{stem}_{len(made) + 1}_{kind}.png'
        figure.tight_layout()
        figure.savefig(os.path.join(OUT, name), dpi=110)
        plt.close(figure)
        made.append({'file': name, 'kind': kind, 'x': brief(x, 60), 'y': brief(y, 60), 'title': brief(title, 120)})

    def line(x, y):
        table = pd.DataFrame({'x': columns[x][1], 'y': columns[y][1]}).dropna().sort_values('x')
        table = table.groupby('x')['y'].mean()
        if len(table) > 400:
            table = table.resample(max((table.index[-1] - table.index[0]) / 200, pd.Timedelta(seconds=1))).mean().dropna()
        figure, axes = plt.subplots(figsize=(7.5, 4))
        axes.plot(table.index, table.values, linewidth=1.6, marker='o' if len(table) <= 40 else None, markersize=3)
        axes.set_xlabel(brief(x, 40))
        axes.set_ylabel(brief(y, 40))
        figure.autofmt_xdate()
        finish(figure, axes, 'line', x, y, WORDS['over'].format(y=brief(y, 40), x=brief(x, 40)))

    def scatter(x, y):
        table = pd.DataFrame({'x': columns[x][1], 'y': columns[y][1]}).dropna()
        table = table.sample(5000, random_state=1) if len(table) > 5000 else table
        figure, axes = plt.subplots(figsize=(6, 4.5))
        axes.scatter(table['x'], table['y'], s=14, alpha=0.6, edgecolors='none')
        axes.set_xlabel(brief(x, 40))
        axes.set_ylabel(brief(y, 40))
        finish(figure, axes, 'scatter', x, y, WORDS['against'].format(y=brief(y, 40), x=brief(x, 40)))

    def bars(x, y):
        if y:
            heights = pd.DataFrame({'x': columns[x][1], 'y': columns[y][1]}).dropna().groupby('x')['y'].mean().sort_values(ascending=False).head(15)
            title = WORDS['mean_by'].format(y=brief(y, 40), x=brief(x, 40))
        else:
            heights = columns[x][1].value_counts().head(15)
            title = WORDS['rows_by'].format(x=brief(x, 40))
        figure, axes = plt.subplots(figsize=(7, 4.2))
        labels = [brief(label, 24) for label in heights.index]
        axes.bar(range(len(heights)), heights.values)
        axes.set_xticks(range(len(heights)), labels, rotation=0 if sum(map(len, labels)) < 60 else 40, ha='center' if sum(map(len, labels)) < 60 else 'right')
        axes.set_xlabel(brief(x, 40))
        axes.set_ylabel(brief(y, 40) if y else WORDS['rows'])
        finish(figure, axes, 'bars', x, y or '', title)

    def histogram(x):
        values = columns[x][1].dropna()
        figure, axes = plt.subplots(figsize=(6.5, 4))
        axes.hist(values, bins=min(40, max(8, int(len(values) ** 0.5))), edgecolor='white', linewidth=0.5)
        axes.set_xlabel(brief(x, 40))
        axes.set_ylabel(WORDS['rows'])
        finish(figure, axes, 'histogram', x, '', WORDS['spread'].format(x=brief(x, 40)))

    times = [name for name, (kind, values, _) in columns.items() if kind == 'date' and values.nunique() >= 5]
    groups = [name for name, (kind, values, _) in columns.items() if kind in ('category', 'boolean') and 2 <= values.nunique() <= 40]
    plans = []
    if times and measures:
        plans.append((line, times[0], measures[0]))
    for _, facts, (a, b) in related:
        plans.append((scatter, a, b) if facts['kind'] == 'numbers' else (bars, a, b))
    if groups:
        plans.append((bars, groups[0], measures[0] if measures else None))
    plans += [(histogram, name) for name in measures if columns[name][1].nunique() > 3]
    plans += [(bars, name, None) for name in groups]
    done = set()
    for plan in plans:
        if len(made) == 3:
            break
        kind_used = sum(made_chart['kind'] == {line: 'line', scatter: 'scatter', bars: 'bars', histogram: 'histogram'}[plan[0]] for made_chart in made)
        if plan in done or (kind_used and len(plans) > 3 and kind_used >= 2):
            continue
        done.add(plan)
        plan[0](*plan[1:])
    return made


def main():
    facts = {'profile': 1}
    frame = load(PATH, facts)
    if 'problem' in facts:
        return facts
    columns = typed(frame, facts)
    rows = len(frame)
    facts.update(rows=rows, column_count=len(columns), duplicates=int(frame.astype(str).duplicated().sum()) if rows <= 200_000 else 0)
    facts['columns'] = [describe(name, kind, values, unfit, rows) for name, (kind, values, unfit) in list(columns.items())[:MAX_COLUMNS]]
    if rows == 0 or not columns:
        facts['problem'] = 'no_rows'
        return facts
    measures = [name for name, (kind, values, _) in columns.items() if kind in ('number', 'integer') and values.nunique() > 1 and not is_key(kind, values)][:30]
    related = relations(columns, measures)
    facts['relations'] = [found for _, found, _ in related[:4]]
    if CHARTS:
        facts['charts'] = draw(columns, measures, related, STEM)
    return facts


try:
    result = main()
except MemoryError:
    result = {'profile': 1, 'problem': 'memory'}
except Exception as error:
    result = {'profile': 1, 'problem': 'failed', 'reason': f'{type(error).__name__}: {brief(error, 200)}'}
print(json.dumps(result, ensure_ascii=False))
