using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>What goes without saying about a shape, as the table forms.tsv says.</summary>
/// <param name="Height">Usual height in metres.</param>
/// <param name="Matter">Usual material.</param>
/// <param name="Pictured">The shape that carries a picture of such a thing; the shape itself where it can.</param>
/// <param name="Settings">Where it belongs; empty for anywhere.</param>
/// <param name="Deeds">What suits it, the best first.</param>
internal sealed record FormStyle(double Height, Matter Matter, Form Pictured, IReadOnlyList<Setting> Settings, IReadOnlyList<Deed> Deeds)
{
    private static readonly Dictionary<Form, FormStyle> _all = EmbeddedTable.Rows("Storyboards.Data.forms.tsv").ToDictionary(
        row => Kebab.Parse<Form>(row[0]),
        row => new FormStyle(
            double.Parse(row[1], CultureInfo.InvariantCulture),
            Kebab.Parse<Matter>(row[2]),
            Kebab.Parse<Form>(row[3]),
            row[4] == "-" ? [] : [.. row[4].Split(' ').Select(Kebab.Parse<Setting>)],
            [.. row[5].Split(' ').Select(Kebab.Parse<Deed>)]));

    /// <summary>The style of a shape.</summary>
    public static FormStyle Of(Form form) => _all[form];
}
