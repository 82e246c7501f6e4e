using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>A thing that a brief names.</summary>
internal sealed record SubjectWish
{
    /// <summary>A thing of the vocabulary that the brief doesn't name itself.</summary>
    /// <param name="name">What the vocabulary calls it.</param>
    /// <param name="count">How many; null for as many as usual.</param>
    /// <param name="colour">As <c>#rrggbb</c>; null for its own.</param>
    public static SubjectWish Plain(string name, double? count = null, string? colour = null)
    {
        var thing = Lexicon.BuiltIn.Thing(name);
        return new Description(count, colour).Thing(thing, new Token(0, 0, name, [thing]), "") with { Word = name };
    }

    /// <summary>What the vocabulary calls it, such as <c>ball</c>.</summary>
    public required string Thing { get; init; }

    /// <summary>Its shape.</summary>
    public required Form Form { get; init; }

    /// <summary>What it is made of.</summary>
    public required Matter Matter { get; init; }

    /// <summary>Colour as <c>#rrggbb</c>; null when neither the brief nor its nature says.</summary>
    public string? Colour { get; init; }

    /// <summary>Height in metres.</summary>
    public required double Height { get; init; }

    /// <summary>How many.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The number that the brief says, above one; null when it says none.</summary>
    public int? Said { get; init; }

    /// <summary>Whether the brief gave it a colour, material, size or number of its own.</summary>
    public bool Described { get; init; }

    /// <summary>Whether it is the second of two that the brief names in one word.</summary>
    public bool Twin { get; init; }

    /// <summary>SHA-256 of the caller's own picture of it; null for none.</summary>
    public string? Picture { get; init; }

    /// <summary>What it is called; null for what the vocabulary calls it.</summary>
    public string? Name { get; init; }

    /// <summary>What is shown in its place, such as "a plain ball"; null when it is shown itself.</summary>
    public string? Near { get; init; }

    /// <summary>The word of the brief.</summary>
    public required string Word { get; init; }

    /// <summary>Where the word stands.</summary>
    public required int At { get; init; }
}
