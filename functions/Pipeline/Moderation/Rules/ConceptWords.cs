using SoraFunctions.Pipeline.Moderation.Text;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>
/// The words of concepts: tables with concepts, kind and words, many to a row. Alone such a word is harmless; a scene gives it its weight.
/// </summary>
internal static class ConceptWords
{
    /// <summary>Every form of every word of a table.</summary>
    /// <param name="table">Its name.</param>
    public static IEnumerable<(string Pattern, Term Term)> Patterns(string table)
    {
        foreach (var row in EmbeddedTable.Rows(table))
        {
            var kind = Enum.Parse<TermKind>(row[1], ignoreCase: true);
            var term = new Term(row[0], kind, null, 0, ConceptSet.Of(row[0]), []);
            foreach (var words in row[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Alternatives.Of))
            {
                foreach (var form in TermForms.Of(kind, Reading.Plain(words)).Where(form => form.Length > 0).Distinct())
                {
                    yield return (form, term);
                }
            }
        }
    }
}
