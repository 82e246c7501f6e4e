using System.ComponentModel;

namespace SoraFunctions.Pipeline.Rights.Wire;

/// <summary>A work of a rights-holder, as it is sent.</summary>
public sealed record WorkWish
{
    /// <summary>Its id, where it is there already.</summary>
    [Description("The id of a work that is there already; left out for a new one.")]
    public string? Id { get; init; }

    /// <summary>What it is.</summary>
    [Description("character, work or mark.")]
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    [Description("As it is named in refusals and manifests, 1 to 80 characters; at least three letters, or two Chinese characters.")]
    public required string Name { get; init; }

    /// <summary>Other names.</summary>
    [Description("Other names that it is known by, in English, Chinese or any language; up to 40. Word by word as people write them: spellings that hide a name are found too.")]
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>Pictures of it.</summary>
    [Description("Addresses (http, https) of PNG, JPEG or WebP pictures of it, up to 8, and 200 of all works: what orders bring is compared with them, and a copy needs a grant. A picture is got once, when its address is new.")]
    public IReadOnlyList<string>? Pictures { get; init; }
}
