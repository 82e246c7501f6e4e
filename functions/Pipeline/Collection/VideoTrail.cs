using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Collection;

/// <summary>
/// Writes down which blobs a video is made with, as its stages go on: what a stage was ordered with, where its result is kept, what it gave. As long as
/// the video is there they stay, for stages to come and for remixes.
/// </summary>
/// <param name="database">Where it is written down.</param>
public sealed class VideoTrail(SoraDatabase database)
{
    private readonly HashSet<string> _names = [];

    /// <summary>Notes the blobs that a text names; <see cref="Write"/> writes them down.</summary>
    /// <param name="text">Such as a path or a message.</param>
    public void Note(string text) => _names.UnionWith(BlobNames.In(text));

    /// <summary>Writes down what was noted. Again for the same does nothing.</summary>
    /// <param name="tenant">Whose video.</param>
    /// <param name="videoId">Which video.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Write(string tenant, string videoId, CancellationToken cancellation)
    {
        if (_names.Count == 0)
        {
            return;
        }

        var names = string.Join(' ', _names.Order(StringComparer.Ordinal));
        var step = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(names)))[..32];
        await database.Database.ExecuteSqlAsync(
            $"""INSERT INTO "VideoTrails" ("VideoId", "Step", "TenantId", "Names") VALUES ({videoId}, {step}, {tenant}, {names}) ON CONFLICT DO NOTHING""",
            cancellation);
        _names.Clear();
    }

    /// <summary>The entry with its blobs written down before its output is given; as it is where it is not for a video.</summary>
    /// <param name="messages">How messages are written.</param>
    /// <param name="entry">An activity of the catalog.</param>
    internal static ActivityEntry Around(MessageJson messages, ActivityEntry entry) => !typeof(IStep).IsAssignableFrom(entry.Input) ? entry : entry with
    {
        Run = async (services, input, cancellation) =>
        {
            var output = await entry.Run(services, input, cancellation);
            var (step, trail) = ((IStep)input!, services.GetRequiredService<VideoTrail>());
            trail.Note(messages.Encode(input, entry.Input, "input"));
            trail.Note(messages.Encode(output, entry.Output, "output"));
            await trail.Write(step.Tenant, step.VideoId, cancellation);
            return output;
        },
    };
}
