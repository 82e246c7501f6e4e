using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Media.Cuts;

namespace SoraFunctions.Media.Companions;

/// <summary>The content of <c>events.json</c>.</summary>
/// <param name="Seconds">Length of the video.</param>
/// <param name="FramesPerSecond">Its frame rate.</param>
/// <param name="Events">What happened, in order of time.</param>
internal sealed record VideoEvents(double Seconds, int FramesPerSecond, IReadOnlyList<VideoEvent> Events)
{
    public static VideoEvents Of(Timeline time) => new(time.Seconds, time.Rate,
    [
        .. time.Shots.SelectMany(shot => shot.Log.Contacts
            .Where(contact => contact.Time >= 0 && contact.Time < time.At(shot.Frames))
            .Select(contact => (Shot: shot, Contact: contact, Time: contact.Time + time.At(shot.Start))))
            .OrderBy(found => found.Time)
            .Select(found => new VideoEvent(
                Math.Round(found.Time, 6), (int)Math.Floor(found.Time * time.Rate + 1e-6), found.Shot.Shot.Id,
                found.Contact.First, found.Contact.Second, found.Contact.FirstMatter, found.Contact.SecondMatter,
                found.Contact.Impulse, found.Contact.Speed, found.Contact.Pan)),
    ]);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, EventsJson.Default.VideoEvents);
}

/// <summary>How <c>events.json</c> is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(VideoEvents))]
internal sealed partial class EventsJson : JsonSerializerContext;
