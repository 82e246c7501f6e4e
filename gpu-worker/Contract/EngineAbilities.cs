using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Contract;

/// <summary>What an engine can do and on what it runs, for those who choose one.</summary>
/// <param name="Summary">What it is, in a sentence.</param>
public sealed record EngineAbilities(string Summary)
{
    /// <summary>Whether it takes orders now; <see cref="Notes"/> say why not.</summary>
    public bool Ready { get; init; } = true;

    /// <summary>What computes: <c>cpu</c>, <c>cuda</c>, <c>tensorrt</c>, or <c>remote</c> for another server.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>The longest shot in seconds.</summary>
    public decimal MostSeconds { get; init; } = 60;

    /// <summary>Whether it follows the brief's own words (<see cref="Renders.ShotOrder.Brief"/>), not the shot's terms alone.</summary>
    public bool ReadsWords { get; init; }

    /// <summary>Whether it shows the pictures of subjects.</summary>
    public bool ShowsPictures { get; init; }

    /// <summary>Whether it shows the 3-D models of subjects.</summary>
    public bool ShowsModels { get; init; }

    /// <summary>Whether it can begin from an earlier clip (<see cref="Renders.ShotOrder.Source"/>).</summary>
    public bool TakesClips { get; init; }

    /// <summary>The roles in which it takes pictures (<see cref="ShotOrder.Pictures"/>).</summary>
    public IReadOnlyList<PictureRole> PictureRoles { get; init; } = [];

    /// <summary>
    /// Whether it shows products itself: because they keep their own pixels in its clips, or because whoever set it up wants it so. Others make
    /// the place alone, and an engine in whose clips products keep their pixels films them in front of it.
    /// </summary>
    public bool KeepsProducts { get; init; }

    /// <summary>Whether its logs tell of contacts, which are then heard.</summary>
    public bool LogsContacts { get; init; }

    /// <summary>What a caller should know: what is missing, which faster device could not be used and why. In plain words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
