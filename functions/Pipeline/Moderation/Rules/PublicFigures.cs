using System.Security.Cryptography;
using System.Text;
using SoraFunctions.Pipeline.Moderation.Text;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>People in public office and others whom a great deal depends on, with their office and where it is said.</summary>
internal static class PublicFigures
{
    /// <summary>Their names in both languages, and their aliases.</summary>
    public static IEnumerable<(string Pattern, Term Term)> Patterns() =>
        from row in EmbeddedTable.Rows("Moderation.Data.public-figures.tsv")
        let rule = $"public-figures-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row[0])))[..6]}"
        from pattern in Latin(row).Select(name => (Name: name, Kind: TermKind.Name)).Concat(Split(row[2]).Select(name => (Name: name, Kind: TermKind.Han)))
        let term = new Term(rule, pattern.Kind, ModerationCategory.PublicFigure, 4, ConceptSet.Officeholder, [])
        from form in TermForms.Of(pattern.Kind, Reading.Plain(pattern.Name))
        select (form, term);

    private static IEnumerable<string> Latin(string[] row) => Split(row[1]).Prepend(row[0]);

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
