using System.ComponentModel;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Campaigns.Wire;

/// <summary>A creative variant: what it says it changes about the common advertisement.</summary>
public sealed record VariantWish
{
    /// <summary>Its name.</summary>
    [Description("Its name: 1 to 40 letters, digits, '.', '_' and '-'.")]
    public required string Name { get; init; }

    /// <summary>What it opens with.</summary>
    [Description("What it opens with, up to 300 characters: put before the prompt.")]
    public string? Hook { get; init; }

    /// <summary>Where it takes place.</summary>
    [Description("Where it takes place, up to 300 characters, such as 'on a beach at sunset': put after the prompt.")]
    public string? Setting { get; init; }

    /// <summary>What is to be seen.</summary>
    [Description("What is to be seen, in place of ad.prompt; up to 32,000 characters.")]
    public string? Prompt { get; init; }

    /// <summary>How long it is.</summary>
    [Description("Its length in seconds, in place of ad.seconds.")]
    public WireSeconds? Seconds { get; init; }

    /// <summary>How it feels.</summary>
    [Description("Its mood, in place of ad.mood.")]
    public Mood? Mood { get; init; }

    /// <summary>How it is told.</summary>
    [Description("How the product is told, in place of ad.dramaturgy.")]
    public Dramaturgy? Dramaturgy { get; init; }

    /// <summary>Which of the storyboards that there are.</summary>
    [Description("Which of the storyboards that there are for the order, 0 to 999, in place of ad.variant.")]
    public int? Storyboard { get; init; }

    /// <summary>Its music.</summary>
    [Description("Its music, in place of ad.music.")]
    public AdMusic? Music { get; init; }
}
