namespace SoraFunctions.Provenance.Stamping;

/// <summary>One step in the making of a video (assertion c2pa.actions.v2).</summary>
/// <param name="Name">A C2PA action such as c2pa.created, or an own one as a reverse domain name.</param>
public sealed record ActionDefinition(string Name)
{
    /// <summary>When it happened; the manifest's creation time when null.</summary>
    public DateTimeOffset? When { get; init; }

    /// <summary>One of <see cref="Stamping.DigitalSourceType"/>; c2pa.created must have it.</summary>
    public string? DigitalSourceType { get; init; }

    /// <summary>What carried it out.</summary>
    public SoftwareAgent? SoftwareAgent { get; init; }

    /// <summary>A sentence for the reader.</summary>
    public string? Description { get; init; }

    /// <summary>Positions in <see cref="ManifestDefinition.Ingredients"/> that the action used.</summary>
    public IReadOnlyList<int> Ingredients { get; init; } = [];

    /// <summary>
    /// More facts, under names with a reverse domain prefix. Signed for ever: never put a prompt here.
    /// </summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The video was made from nothing but data: the first action of a new generation.</summary>
    /// <param name="digitalSourceType">How; see <see cref="Stamping.DigitalSourceType"/>.</param>
    /// <param name="agent">The engine.</param>
    /// <param name="ingredients">What it was given as input.</param>
    public static ActionDefinition Created(string digitalSourceType, SoftwareAgent agent, params IReadOnlyList<int> ingredients) =>
        new("c2pa.created") { DigitalSourceType = digitalSourceType, SoftwareAgent = agent, Ingredients = ingredients };

    /// <summary>An earlier video was opened for a change: the first action of an edit.</summary>
    /// <param name="parent">Position of the one parentOf ingredient.</param>
    public static ActionDefinition Opened(int parent) => new("c2pa.opened") { Ingredients = [parent] };

    /// <summary>The opened video was changed.</summary>
    /// <param name="digitalSourceType">How; see <see cref="Stamping.DigitalSourceType"/>.</param>
    /// <param name="agent">The engine.</param>
    public static ActionDefinition Edited(string digitalSourceType, SoftwareAgent agent) =>
        new("c2pa.edited") { DigitalSourceType = digitalSourceType, SoftwareAgent = agent };

    /// <summary>What is said and written was put into another language.</summary>
    /// <param name="from">BCP 47 tag.</param>
    /// <param name="to">BCP 47 tag.</param>
    public static ActionDefinition Translated(string from, string to) =>
        new("c2pa.translated") { Parameters = new Dictionary<string, string> { ["sourceLanguage"] = from, ["targetLanguage"] = to } };

    /// <summary>Pictures or clips were put into the video.</summary>
    /// <param name="components">Positions of componentOf ingredients.</param>
    public static ActionDefinition Placed(params IReadOnlyList<int> components) => new("c2pa.placed") { Ingredients = components };
}
