using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>How a dramaturgy tells an advertisement, as the table dramaturgies.tsv says.</summary>
/// <param name="Roles">All its shots in order; fewer leave out the ones before the last.</param>
/// <param name="Mood">Its mood where nobody says another; null for none.</param>
/// <param name="Settings">Its places where nobody says another; empty for the product's.</param>
/// <param name="Transition">How its shots follow each other; null as the mood has it.</param>
/// <param name="Needs">What it is about: rating, price or nothing.</param>
/// <param name="Warning">What it can't show; empty for nothing.</param>
/// <param name="Least">Shots that it takes to be told whole; with fewer its first ones are left out.</param>
internal sealed record Telling(
    IReadOnlyList<Role> Roles, Mood? Mood, IReadOnlyList<Setting> Settings, Transition? Transition, string Needs, string Warning, int Least)
{
    private static readonly Dictionary<Dramaturgy, Telling> _all = EmbeddedTable.Rows("Storyboards.Data.dramaturgies.tsv").ToDictionary(
        row => Kebab.Parse<Dramaturgy>(row[0]),
        row => new Telling(
            [Role.Named(row[1]), .. row[2].Split(' ').Select(Role.Named), Role.Named(row[3])],
            row[4].Length == 0 ? null : Kebab.Parse<Mood>(row[4]),
            row[5].Length == 0 ? [] : [.. row[5].Split(' ').Select(Kebab.Parse<Setting>)],
            row[6].Length == 0 ? null : new Transition(Kebab.Parse<TransitionKind>(row[6]), row[7].Length == 0 ? 0.4m : decimal.Parse(row[7], CultureInfo.InvariantCulture)),
            row[8],
            row[9],
            row[10].Length == 0 ? 1 : int.Parse(row[10], CultureInfo.InvariantCulture)));

    /// <summary>The telling of a dramaturgy.</summary>
    public static Telling Of(Dramaturgy dramaturgy) => _all[dramaturgy];

    /// <summary>
    /// The dramaturgy of a request: what it asks for, or what its words do, or for a variant one of those that suit the product; null for the
    /// usual way.
    /// </summary>
    /// <param name="request">The order.</param>
    /// <param name="brief">What its prompt asks for.</param>
    public static Dramaturgy? For(VideoRequest request, Brief brief)
    {
        if ((request.Dramaturgy ?? brief.Dramaturgy) is { } asked || request.Product is null || request.Variant == 0)
        {
            return request.Product is null ? null : request.Dramaturgy ?? brief.Dramaturgy;
        }

        // What says something of the product that may not be so is only told when it is asked for.
        Dramaturgy[] suited =
        [
            Dramaturgy.Reveal, Dramaturgy.MacroTexture, Dramaturgy.Launch, Dramaturgy.Unboxing, Dramaturgy.Explainer,
            .. request.Product.Rating is not null ? [Dramaturgy.Testimonial] : Array.Empty<Dramaturgy>(),
            .. request.Mood is Contract.Storyboards.Mood.Festive || brief.Mood is Contract.Storyboards.Mood.Festive ? [Dramaturgy.Festive] : Array.Empty<Dramaturgy>(),
        ];
        var turn = request.Variant % (suited.Length + 1);
        return turn == 0 ? null : suited[turn - 1];
    }

    /// <summary>The roles of a number of shots, each under a name of its own.</summary>
    /// <param name="count">How many shots, 1 to 24.</param>
    public IReadOnlyList<Role> Plan(int count) => count switch
    {
        1 => [Roles[0]],
        _ when count < Least => [.. Roles.Skip(Least - count).Take(count - 1), Roles[^1]],
        _ when count <= Roles.Count => [.. Roles.Take(count - 1), Roles[^1]],
        _ => Role.Longer(Roles, "ad", count),
    };

    /// <summary>Whether a product has what it is about.</summary>
    public bool IsTold(ProductBrief product) => Needs switch
    {
        "rating" => product.Rating is not null,
        "price" => product is { Price: not null, Currency: not null },
        _ => true,
    };
}
