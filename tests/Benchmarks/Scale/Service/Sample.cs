using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>The video that is measured, and whose storyboard the simulated ones have.</summary>
internal static class Sample
{
    /// <summary>A request for it.</summary>
    /// <param name="seconds">Length.</param>
    /// <param name="channels">Channels.</param>
    public static VideoRequest Of(decimal seconds, params IReadOnlyList<string> channels) => new()
    {
        Prompt = "A red ball drops onto a marble counter and bounces, golden coins roll in behind it. Warm light, playful.",
        Seconds = seconds,
        Channels = channels,
        Link = new LinkWish("https://shop.example.com/products/ball"),
    };
}
