using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SoraFunctions.EndToEnd.Tests;

/// <summary>Two instances of this service, the one an engine of the other, as two processes.</summary>
public sealed class RemoteTests : IDisposable
{
    private const string _ad = """
        {
          "engine": "remote-other",
          "size": "320x256",
          "storyboard": {
            "title": "Ball",
            "cast": [{ "id": "ball", "name": "Ball", "form": "ball", "matter": "rubber", "colour": "#c02020", "height": 0.1 }],
            "shots": [{ "id": "one", "seconds": 2, "subjects": ["ball"], "action": "bounce", "setting": "dark-studio" }]
          }
        }
        """;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-remote-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_video_is_rendered_by_another_instance_that_is_killed_half_way_and_is_made_there_once()
    {
        await using var other = new ServeProcess(_folder, "other", []);
        await other.Start();
        await using var own = new ServeProcess(_folder, "own", new Dictionary<string, string> { ["SORA_ALLOW_LOCAL_NETWORK"] = "1" });
        await own.Start();
        await Post(own, "/v1/remotes", $$"""
            {"name":"remote-other","url":"{{other.Url}}/v1","key":"{{other.Key}}","model":"world","seconds":[],"max_seconds":8,"sizes":[],"price_per_second_usd":0.05}
            """);

        var id = (await Post(own, "/v1/ads", _ad)).GetProperty("id").GetString();
        await Until(async () => await List(other) is [{ } video] && video.GetProperty("progress").GetInt32() > 3);
        Assert.Equal("in_progress", Status(Assert.Single(await List(other))));
        await other.Kill();
        await Task.Delay(1_000);
        await other.Start();
        await Until(async () => Status(await Get(own, id!)) is "completed" or "failed");

        var made = await Get(own, id!);
        Assert.True(Status(made) == "completed", made.GetRawText());
        Assert.Equal(0.1m, made.GetProperty("usage").GetProperty("cost_usd").GetDecimal());
        Assert.Equal("completed", Status(Assert.Single(await List(other))));
        var bytes = await own.Client.GetByteArrayAsync($"/v1/videos/{id}/content");
        Assert.Equal("ftyp"u8.ToArray(), bytes[4..8]);
        Assert.Contains("remote-other", await own.Client.GetStringAsync($"/v1/videos/{id}/content?variant=manifest"), StringComparison.Ordinal);
        Assert.DoesNotContain(other.Key, await own.Client.GetStringAsync("/v1/remotes"), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Post(ServeProcess server, string path, string json)
    {
        using var answer = await server.Client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<JsonElement> Get(ServeProcess server, string id) => server.Client.GetFromJsonAsync<JsonElement>($"/v1/videos/{id}");

    private static async Task<IReadOnlyList<JsonElement>> List(ServeProcess server) =>
        [.. (await server.Client.GetFromJsonAsync<JsonElement>("/v1/videos")).GetProperty("data").EnumerateArray()];

    private static string? Status(JsonElement video) => video.GetProperty("status").GetString();

    private static async Task Until(Func<Task<bool>> met)
    {
        var end = DateTime.UtcNow + _patience;
        while (!await met())
        {
            Assert.True(DateTime.UtcNow < end, "It did not come about in time.");
            await Task.Delay(150);
        }
    }
}
