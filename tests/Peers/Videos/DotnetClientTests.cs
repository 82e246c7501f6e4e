using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using OpenAI;
using OpenAI.Videos;
using SoraFunctions.Peers.Tests.Hosting;

namespace SoraFunctions.Peers.Tests.Videos;

/// <summary>The official .NET client of the Videos API against <c>sora serve</c>.</summary>
[Collection(ServerCollection.Name)]
public sealed class DotnetClientTests(SoraServer server)
{
    private readonly VideoClient _client = new(
        new ApiKeyCredential(server.Key), new OpenAIClientOptions { Endpoint = new Uri($"{server.Url}/v1") });

    [Fact]
    public async Task Client_creates_polls_downloads_lists_remixes_and_deletes()
    {
        var id = Text(await Create("a red ball"), "id");
        var video = await Finished(id);
        Assert.Equal("completed", Text(video, "status"));

        var content = (await _client.DownloadVideoAsync(id, null, new RequestOptions())).GetRawResponse();
        Assert.Equal("video/mp4", content.Headers.TryGetValue("Content-Type", out var type) ? type : null);
        Assert.Equal("ftyp"u8, content.Content.ToArray().AsSpan(4, 4));

        var listed = new List<string>();
        await foreach (var page in _client.GetVideosAsync(1, "desc", null, new RequestOptions()).GetRawPagesAsync())
        {
            listed.AddRange(Json(page).GetProperty("data").EnumerateArray().Select(item => Text(item, "id")));
        }

        Assert.Equal(id, listed[0]);

        using var change = BinaryContent.Create(BinaryData.FromString("""{"prompt":"make it green"}"""));
        var remix = Json(await _client.CreateVideoRemixAsync(id, change, "application/json", new RequestOptions()));
        Assert.Equal(id, Text(remix, "remixed_from_video_id"));

        foreach (var each in new[] { Text(remix, "id"), id })
        {
            Assert.True(Json(await _client.DeleteVideoAsync(each, new RequestOptions())).GetProperty("deleted").GetBoolean());
        }

        var gone = await Assert.ThrowsAsync<ClientResultException>(() => _client.GetVideoAsync(id, new RequestOptions()));
        Assert.Equal(404, gone.Status);
    }

    [Fact]
    public async Task Client_is_told_what_is_wrong()
    {
        var refused = await Assert.ThrowsAsync<ClientResultException>(() => Create("a red ball", seconds: "1000"));
        Assert.Equal(400, refused.Status);
        Assert.Contains("seconds", refused.Message);
    }

    private async Task<JsonElement> Create(string prompt, string seconds = "1")
    {
        const string boundary = "a5f1b0c2";
        using var form = new MultipartFormDataContent(boundary)
        {
            { new StringContent(prompt), "prompt" },
            { new StringContent("sora-2"), "model" },
            { new StringContent(seconds), "seconds" },
            { new StringContent("256x256"), "size" },
        };
        using var content = BinaryContent.Create(await form.ReadAsStreamAsync());
        return Json(await _client.CreateVideoAsync(content, $"multipart/form-data; boundary=\"{boundary}\"", new RequestOptions()));
    }

    private async Task<JsonElement> Finished(string id)
    {
        while (true)
        {
            var video = Json(await _client.GetVideoAsync(id, new RequestOptions()));
            if (Text(video, "status") is not ("queued" or "in_progress"))
            {
                return video;
            }

            await Task.Delay(300);
        }
    }

    private static JsonElement Json(ClientResult result) => JsonDocument.Parse(result.GetRawResponse().Content).RootElement;

    private static string Text(JsonElement value, string name) => value.GetProperty(name).GetString()!;
}
