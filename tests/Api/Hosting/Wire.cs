using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SoraFunctions.Api.Tests.Hosting;

/// <summary>Short ways to send and to look at answers.</summary>
public static class Wire
{
    public static async Task<JsonElement> PostJson(this HttpClient client, string path, string json, string? key = null)
    {
        using var answer = await client.SendJson(path, json, key);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static Task<HttpResponseMessage> SendJson(this HttpClient client, string path, string json, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return client.SendAsync(request);
    }

    public static async Task<JsonElement> PutJson(this HttpClient client, string path, string json)
    {
        using var answer = await client.SendPut(path, json);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static Task<HttpResponseMessage> SendPut(this HttpClient client, string path, string json) =>
        client.PutAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    public static Task<JsonElement> GetJson(this HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(path);

    public static async Task<JsonElement> Error(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var error = JsonDocument.Parse(text).RootElement.GetProperty("error");
        Assert.Equal(["message", "type", "param", "code"], error.EnumerateObject().Select(pair => pair.Name));
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        return error;
    }

    public static string? Text(this JsonElement value, string name) => value.GetProperty(name).GetString();
}
