/** One example of the documentation: what it does, in which program, and the text to copy. */
export interface ApiExample {
  readonly title: string
  readonly language: 'curl' | 'Python' | 'R' | 'Excel'
  readonly code: string
}

/** Examples that run as they stand once TOKEN holds a token. The tests run those whose program is there. */
export function apiExamples(origin: string): readonly ApiExample[] {
  const base = `${origin}/api/v1`
  return [
    {
      title: 'List the measures',
      language: 'curl',
      code: `curl -sf -H "Authorization: Bearer $TOKEN" "${base}/metrics"`,
    },
    {
      title: 'A year of one measure by area, as a table',
      language: 'curl',
      code: `curl -sf -H "Authorization: Bearer $TOKEN" \\
  "${base}/series.csv?metric=da.crimes&from=2024-01&to=2024-12&breakdown=area"`,
    },
    {
      title: 'The same figures as they were known after submission 1',
      language: 'curl',
      code: `curl -sf -H "Authorization: Bearer $TOKEN" \\
  "${base}/series.json?metric=da.crimes&from=2024-01&to=2024-12&asAt=1"`,
    },
    {
      title: 'Into a table, with nothing but what Python brings',
      language: 'Python',
      code: `import csv, io, os, urllib.request

request = urllib.request.Request(
    "${base}/series.csv?metric=da.crimes&from=2024-01&to=2024-12",
    headers={"Authorization": "Bearer " + os.environ["TOKEN"]},
)
with urllib.request.urlopen(request) as answer:
    rows = list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8")))
for row in rows:
    print(row["period"], row["value"] or row["marker"])`,
    },
    {
      title: 'Into a data frame',
      language: 'R',
      code: `address <- url(
  "${base}/series.csv?metric=da.crimes&from=2024-01&to=2024-12",
  headers = c(Authorization = paste("Bearer", Sys.getenv("TOKEN")))
)
crimes <- read.csv(address, encoding = "UTF-8")
print(crimes[, c("period", "value", "marker")])`,
    },
    {
      title:
        'Into a sheet that can be refreshed (Data, Get data, From other sources, Blank query, Advanced editor)',
      language: 'Excel',
      code: `let
  Token = "paste the token here",
  Source = Csv.Document(
    Web.Contents("${base}/series.csv", [
      Query = [metric = "da.crimes", from = "2024-01", to = "2024-12", breakdown = "area"],
      Headers = [Authorization = "Bearer " & Token]
    ]),
    [Delimiter = ",", Encoding = 65001]
  ),
  Table = Table.PromoteHeaders(Source)
in
  Table`,
    },
  ]
}
