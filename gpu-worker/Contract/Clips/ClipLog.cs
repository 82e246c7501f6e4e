namespace SoraFunctions.Contract.Clips;

/// <summary>What happened physically in a clip: the source of its sound, its tests and <c>events.json</c>.</summary>
public sealed record ClipLog
{
    /// <summary>Contacts in order of time.</summary>
    public IReadOnlyList<ContactEvent> Contacts { get; init; } = [];

    /// <summary>What sounds besides contacts; empty where the engine does not log it.</summary>
    public SoundLog Sound { get; init; } = new();

    /// <summary>Where the bodies were, of at most the first 16.</summary>
    public IReadOnlyList<BodyTrack> Tracks { get; init; } = [];

    /// <summary>Kinetic and potential energy of all free bodies in joules, one per frame.</summary>
    public IReadOnlyList<double> Energies { get; init; } = [];

    /// <summary>Where the first subject is on screen, sampled a few times a second, so that words can keep clear of it.</summary>
    public IReadOnlyList<ScreenBox> SubjectBoxes { get; init; } = [];

    /// <summary>What the engine could not show as ordered, and what it did instead, in plain words.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
