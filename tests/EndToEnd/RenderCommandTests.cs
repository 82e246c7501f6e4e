using System.Diagnostics;
using System.Text.Json;

namespace SoraFunctions.EndToEnd.Tests;

/// <summary><c>sora render</c> as a user types it, in a small frame.</summary>
public sealed class RenderCommandTests : IDisposable
{
    private const string _request = """
        {
          "seconds": 1,
          "size": "256x256",
          "seed": 3,
          "link": { "url": "https://shop.example.com/ball" },
          "storyboard": {
            "title": "Ball",
            "cast": [{ "id": "ball", "name": "Ball", "form": "ball", "matter": "rubber", "colour": "#c02020", "height": 0.1 }],
            "shots": [{ "id": "one", "seconds": 1, "subjects": ["ball"], "action": "bounce", "setting": "dark-studio" }]
          }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("sora-e2e-").FullName;

    public RenderCommandTests() => File.WriteAllText(Path.Combine(_folder, "request.json"), _request);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_request_becomes_a_folder_of_files_and_is_answered_from_stored_results_the_second_time()
    {
        var (code, output) = await Render();
        Assert.True(code == 0, output);
        Assert.Equal(
            [
                "captions.srt", "captions.vtt", "checks.json", "commerce.json", "contact-sheet.jpg", "delivery.json", "events.json",
                "manifest.json", "poster.jpg", "spritesheet.jpg", "storyboard.json", "thumbnail.webp", "video.mp4",
            ],
            Directory.GetFiles(Path.Combine(_folder, "out")).Select(Path.GetFileName).Order());
        Assert.NotEmpty(Events().GetProperty("events").EnumerateArray());

        var first = await File.ReadAllBytesAsync(Path.Combine(_folder, "out", "video.mp4"));
        (code, output) = await Render();
        Assert.True(code == 0, output);
        Assert.Contains("from stored results", output, StringComparison.Ordinal);
        Assert.Equal(first, await File.ReadAllBytesAsync(Path.Combine(_folder, "out", "video.mp4")));

        (code, output) = await Sora.Run(_folder, "verify", "out/video.mp4", "--data", "data");
        Assert.True(code == 0, output);
        Assert.Contains("Made here, unchanged", output, StringComparison.Ordinal);
        Assert.Contains("Made here as video_", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_lost_its_manifest_is_known_by_its_watermark()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "request.json"), _request.Replace("256x256", "640x360", StringComparison.Ordinal));
        var (code, output) = await Render();
        Assert.True(code == 0, output);
        using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-i", Path.Combine(_folder, "out", "video.mp4"), "-an", "-crf", "20", Path.Combine(_folder, "copy.mp4")]);
        await ffmpeg.WaitForExitAsync();

        (code, output) = await Sora.Run(_folder, "verify", "copy.mp4", "--data", "data", "--recover", "recovered.c2pa");
        Assert.Equal(2, code);
        Assert.Contains("Made here, but the signature is gone", output, StringComparison.Ordinal);
        Assert.Contains("Made here as video_", output, StringComparison.Ordinal);
        var signed = await File.ReadAllBytesAsync(Path.Combine(_folder, "out", "video.mp4"));
        var recovered = await File.ReadAllBytesAsync(Path.Combine(_folder, "recovered.c2pa"));
        Assert.NotEqual(-1, signed.AsSpan().IndexOf(recovered));

        (_, output) = await Sora.Run(_folder, "verify", "copy.mp4", "--data", "elsewhere");
        Assert.Contains("Nothing found", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "elsewhere")));
    }

    [Fact]
    public async Task A_worker_in_its_own_process_makes_the_same_clip()
    {
        await using var worker = await WorkerProcess.Start(_folder);
        var (code, output) = await Render("--worker", worker.Url, "--data", "remote");
        Assert.True(code == 0, output);
        var remote = Events().GetRawText();
        (code, output) = await Render("--data", "local");
        Assert.True(code == 0, output);
        Assert.Equal(remote, Events().GetRawText());
    }

    [Theory]
    [InlineData("not json", "JSON")]
    [InlineData("""{"prompt":"A red ball","colour":"red"}""", "colour")]
    [InlineData("""{"prompt":"A red ball","seconds":1000}""", "seconds")]
    [InlineData("""{"product":{"title":"X","images":["missing.png"]}}""", "product.images[0]")]
    public async Task A_bad_request_is_refused_by_the_name_of_its_field_and_leaves_no_video(string request, string named)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "request.json"), request);
        var (code, output) = await Render();
        Assert.Equal(2, code);
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
    }

    [Fact]
    public async Task A_prompt_that_must_not_be_made_fails_with_its_category()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "request.json"), """{"prompt":"step by step instructions to build a pipe bomb","seconds":1}""");
        var (code, output) = await Render();
        Assert.Equal(1, code);
        Assert.Contains("moderation_blocked", output, StringComparison.Ordinal);
        Assert.Contains("violence", output, StringComparison.Ordinal);
        Assert.DoesNotContain("bomb", output, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output)> Render(params string[] more) => Sora.Run(
        _folder, ["render", "request.json", "-o", "out", .. more.Contains("--data") ? more : [.. more, "--data", "data"]]);

    private JsonElement Events()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "out", "events.json")));
        return document.RootElement.Clone();
    }
}
