using System.ComponentModel;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Tenants;

/// <summary>The body of <c>PUT /v1/tenant</c>: everything that is to be set; what is left out is set no more.</summary>
public sealed record TenantWish
{
    /// <summary>See <see cref="TenantSettings.Brand"/>.</summary>
    [Description("The brand of orders that name none. Of a logo or font that is to stay, the word keep takes the place of the address.")]
    public AdBrand? Brand { get; init; }

    /// <summary>See <see cref="TenantSettings.Legal"/>.</summary>
    [Description("Terms to be shown by orders that name none, up to 300 characters.")]
    public string? Legal { get; init; }

    /// <summary>See <see cref="TenantSettings.Voice"/>.</summary>
    [Description("Voice of orders that say nothing of one: female, male or the name of a mounted voice. No voice when left out.")]
    public string? Voice { get; init; }

    /// <summary>See <see cref="TenantSettings.Channels"/>.</summary>
    [Description("Channels of orders that name none; see /v1/channels.")]
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>See <see cref="TenantSettings.Language"/>.</summary>
    [Description("BCP 47 tag, for orders that name none.")]
    public string? Language { get; init; }

    /// <summary>See <see cref="TenantSettings.Markets"/>.</summary>
    [Description("Markets of orders that name none; see /v1/labels.")]
    public IReadOnlyList<string>? Markets { get; init; }

    /// <summary>See <see cref="TenantSettings.Policy"/>.</summary>
    [Description("What members may order.")]
    public PolicyWish? Policy { get; init; }

    /// <summary>See <see cref="TenantSettings.VideoDays"/>.</summary>
    [Description("How long things are kept.")]
    public RetentionWish? Retention { get; init; }

    /// <summary>See <see cref="TenantSettings.DayCap"/>.</summary>
    [Description("Most that is to be spent.")]
    public SpendCapWish? SpendCaps { get; init; }
}
