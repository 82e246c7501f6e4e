using System.ComponentModel;

namespace SoraFunctions.Pipeline.Usage;

/// <summary>A price as a deployment is set to it.</summary>
internal sealed record PriceWish
{
    [Description("render, cut or storage; every stage when left out.")]
    public string? Stage { get; init; }

    [Description("Name of an engine; every engine when left out.")]
    public string? Engine { get; init; }

    [Description("second, megapixel, work-second, gpu-second, thousand-tokens, gibibyte or gibibyte-day.")]
    public required string Per { get; init; }

    [Description("US dollars for one.")]
    public required decimal Usd { get; init; }

    [Description("First day, such as 2026-11-01.")]
    public required DateOnly Since { get; init; }

    [Description("First day that it does not hold any more.")]
    public DateOnly? Until { get; init; }
}
