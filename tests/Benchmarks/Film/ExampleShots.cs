using System.Globalization;
using System.Text.Json;
using SoraFunctions.Benchmarks.Examples;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Benchmarks.Film;

/// <summary>The shots of the examples, as the embedded writer plans them, each framed for 1280x720.</summary>
internal static class ExampleShots
{
    /// <summary>All of them, named by their example and their number in it.</summary>
    /// <param name="examples">Folder of the examples; pictures are named by their path below it.</param>
    public static async Task<IReadOnlyList<(string Name, ShotOrder Order)>> All(string examples)
    {
        var all = new List<(string, ShotOrder)>();
        foreach (var example in ExampleVideos.Names)
        {
            var request = await Read(examples, example);
            var (board, _) = await new EmbeddedWriter().Write(request, CancellationToken.None);
            all.AddRange(board.Shots.Select((shot, i) => ($"{example} {i + 1}", new ShotOrder
            {
                Shot = shot with { Caption = null, Line = null, Speaker = null, Transition = new Transition() },
                Cast = [.. shot.Subjects.Select(id => board.Cast.First(subject => subject.Id == id))],
                Look = board.Look,
                Format = new(1280, 720),
                Seed = request.Seed,
            })));
        }

        return all;
    }

    private static async Task<VideoRequest> Read(string examples, string example)
    {
        await using var file = File.OpenRead(Path.Combine(examples, example, "request.json"));
        using var document = await JsonDocument.ParseAsync(file);
        var root = document.RootElement;
        return new()
        {
            Prompt = Text(root, "prompt") ?? "",
            Seconds = root.GetProperty("seconds").GetDecimal(),
            Language = Text(root, "language"),
            Mood = Text(root, "mood") is { } mood ? Kebab.Parse<Mood>(mood) : null,
            Seed = root.GetProperty("seed").GetInt64(),
            Product = root.TryGetProperty("product", out var product) ? await Product(product, examples, example) : null,
            Brand = root.TryGetProperty("brand", out var brand)
                ? new(Text(brand, "name")!, Text(brand, "primary_colour"), Text(brand, "accent_colour"))
                : null,
        };
    }

    private static async Task<ProductBrief> Product(JsonElement product, string examples, string example)
    {
        var pictures = new List<Picture>();
        foreach (var image in product.GetProperty("images").EnumerateArray())
        {
            var name = $"{example}/{image.GetString()}";
            var picture = await PictureDecoder.Decode(Path.Combine(examples, name), CancellationToken.None);
            pictures.Add(new(new(name, name, 0, "image/png"), picture.Width, picture.Height));
        }

        return new()
        {
            Title = Text(product, "title")!,
            Description = Text(product, "description") ?? "",
            Price = decimal.Parse(Text(product.GetProperty("price"), "amount")!, CultureInfo.InvariantCulture),
            Currency = Text(product.GetProperty("price"), "currency"),
            Form = Text(product, "form") is { } form ? Kebab.Parse<Form>(form) : null,
            Matter = Text(product, "matter") is { } matter ? Kebab.Parse<Matter>(matter) : null,
            HeightInCentimetres = product.GetProperty("height_cm").GetDouble(),
            Pictures = pictures,
        };
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;
}
