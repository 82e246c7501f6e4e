namespace SoraFunctions.Benchmarks.Examples;

/// <summary>The videos of the examples, made as a user makes them.</summary>
internal static class ExampleVideos
{
    /// <summary>The examples.</summary>
    public static IReadOnlyList<string> Names { get; } = ["perfume", "ceramic-ball", "sneaker-box", "drink-can"];

    /// <summary>The data folder beside videos.</summary>
    public static string DataOf(string folder) => Path.Combine(folder, "data");

    /// <summary>Makes videos; gives their paths.</summary>
    /// <param name="names">Of which examples.</param>
    /// <param name="folder">Where they go.</param>
    public static async Task<IReadOnlyList<string>> Render(IEnumerable<string> names, string folder)
    {
        var videos = new List<string>();
        foreach (var name in names)
        {
            var target = Path.Combine(folder, name);
            await Command.Run(
                "dotnet", Path.Combine(AppContext.BaseDirectory, "sora.dll"), "render", Path.Combine(Checkout.Examples, name, "request.json"), "-o", target, "--data", DataOf(folder));
            videos.Add(Path.Combine(target, "video.mp4"));
        }

        return videos;
    }
}
