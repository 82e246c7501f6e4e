using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>What a prompt asks for, in the terms of a storyboard. Null where it says nothing.</summary>
internal sealed record Brief
{
    /// <summary>What is to be seen, in order of time.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Whether the caller numbered the shots himself.</summary>
    public bool Numbered { get; init; }

    /// <summary>The feeling.</summary>
    public Mood? Mood { get; init; }

    /// <summary>How it is to be told.</summary>
    public Dramaturgy? Dramaturgy { get; init; }

    /// <summary>Less than zero for slow, more for fast.</summary>
    public int Pace { get; init; }

    /// <summary>Whether there is music.</summary>
    public bool? Music { get; init; }

    /// <summary>Whether contacts are heard.</summary>
    public bool? Effects { get; init; }

    /// <summary>Whether the hush of the setting is heard.</summary>
    public bool? RoomTone { get; init; }

    /// <summary>Whether words may be shown.</summary>
    public bool Captions { get; init; } = true;

    /// <summary>Whether an end card may close it.</summary>
    public bool EndCard { get; init; } = true;

    /// <summary>Things that must not be there, as the vocabulary calls them.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Whether all is to be one take.</summary>
    public bool OneTake { get; init; }

    /// <summary>Words for the button.</summary>
    public string? CallToAction { get; init; }

    /// <summary>Length that the words ask for, in seconds.</summary>
    public decimal? Seconds { get; init; }

    /// <summary>Across to down, such as <c>9:16</c>.</summary>
    public string? Aspect { get; init; }

    /// <summary>Whom it is for, as the table of occasions calls them.</summary>
    public string? Audience { get; init; }

    /// <summary>The time of the year or the feast that it is for, as the table of occasions calls it.</summary>
    public string? Season { get; init; }

    /// <summary>BCP 47 tag of its words, where they are neither English nor Chinese.</summary>
    public string? Language { get; init; }

    /// <summary>A colour that is named for the background or for nothing in particular.</summary>
    public string? Colour { get; init; }

    /// <summary>Wishes that can't be met and what comes instead.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
