using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>What goes without saying about a deed, as the table deeds.tsv says.</summary>
/// <param name="Settings">Where it usually happens, the best first; empty for anywhere.</param>
/// <param name="Only">Whether it can happen nowhere else.</param>
/// <param name="Actor">The thing of the vocabulary that does it; null for anything.</param>
/// <param name="Second">The thing of the vocabulary that it needs beside; null for none.</param>
/// <param name="SecondCount">How many of those.</param>
/// <param name="After">What the same subjects do in a further look at them; null for what suits their shape.</param>
internal sealed record DeedStyle(IReadOnlyList<Setting> Settings, bool Only, string? Actor, string? Second, int SecondCount, Deed? After)
{
    private static readonly DeedStyle _free = new([], false, null, null, 0, null);

    private static readonly Dictionary<Deed, DeedStyle> _all = EmbeddedTable.Rows("Storyboards.Data.deeds.tsv").ToDictionary(
        row => Kebab.Parse<Deed>(row[0]),
        row => new DeedStyle(
            row[1] == "-" ? [] : [.. row[1].Split(' ').Select(Kebab.Parse<Setting>)],
            row[2] == "yes",
            row[3] == "-" ? null : row[3],
            row[4] == "-" ? null : row[4].Split(' ')[0],
            row[4] == "-" ? 0 : int.Parse(row[4].Split(' ')[1], CultureInfo.InvariantCulture),
            row[5] == "-" ? null : Kebab.Parse<Deed>(row[5])));

    /// <summary>The style of a deed; one that asks for nothing when there is none.</summary>
    public static DeedStyle Of(Deed? deed) => deed is { } known ? _all.GetValueOrDefault(known, _free) : _free;
}
