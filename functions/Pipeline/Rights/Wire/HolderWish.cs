using System.ComponentModel;

namespace SoraFunctions.Pipeline.Rights.Wire;

/// <summary>A rights-holder, as it is sent.</summary>
public sealed record HolderWish
{
    /// <summary>Its name.</summary>
    [Description("As it is named in refusals and manifests, 1 to 120 characters.")]
    public required string Name { get; init; }

    /// <summary>Where to ask.</summary>
    [Description("Where to ask for a grant: an https address or a mail address, up to 300 characters.")]
    public required string Ask { get; init; }

    /// <summary>Who looks after it.</summary>
    [Description("The tenant whose administrators look after it, and whose own videos need no grant. For the operator, who may leave it out; everybody else enters his own.")]
    public string? Tenant { get; init; }

    /// <summary>What it owns.</summary>
    [Description("What it owns; up to 200.")]
    public IReadOnlyList<WorkWish>? Works { get; init; }
}
