using System.Text;
using System.Text.Json;

namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>The body of an event, as the Videos API writes it: who is told reads the video again.</summary>
public static class WebhookPayload
{
    /// <summary>The body.</summary>
    /// <param name="id"><c>evt_…</c>.</param>
    /// <param name="type">One of <see cref="WebhookEvents"/>.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="videoId">To which video.</param>
    public static string Of(string id, string type, DateTimeOffset at, string videoId)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteString("object"u8, "event");
            writer.WriteNumber("created_at"u8, at.ToUnixTimeSeconds());
            writer.WriteString("type"u8, type);
            writer.WriteStartObject("data"u8);
            writer.WriteString("id"u8, videoId);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
    }
}
