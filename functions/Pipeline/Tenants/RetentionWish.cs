using System.ComponentModel;

namespace SoraFunctions.Pipeline.Tenants;

/// <summary>How long things are kept, as it is written.</summary>
public sealed record RetentionWish
{
    /// <summary>See <see cref="TenantSettings.VideoDays"/>.</summary>
    [Description("Days after which a video is removed, 1 to 3650; never when left out.")]
    public int? VideoDays { get; init; }

    /// <summary>See <see cref="TenantSettings.InputDays"/>.</summary>
    [Description("Days after which what a video was ordered with is removed (words, pictures, models, sound), 1 to 3650; with the video when left out.")]
    public int? InputDays { get; init; }
}
