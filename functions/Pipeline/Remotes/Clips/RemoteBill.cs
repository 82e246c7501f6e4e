using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Retellings;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>
/// Which clips an order will take of a remote, before there is a storyboard: those of the storyboard that the embedded writer gives it, each in the shortest
/// length that the remote makes and that is enough. A language model may divide the same length otherwise.
/// </summary>
internal static class RemoteBill
{
    private static readonly EmbeddedWriter _writer = new();

    /// <summary>Their lengths in seconds; none where the storyboard of the order can't be filmed.</summary>
    /// <param name="request">A checked order.</param>
    /// <param name="terms">What the remote takes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<IReadOnlyList<int>> Of(VideoRequest request, RemoteTerms terms, CancellationToken cancellation)
    {
        Storyboard story;
        try
        {
            story = (await _writer.Write(request, cancellation)).Storyboard;
        }
        catch (FinalException)
        {
            return [];
        }

        var told = request.Channels.Select(channel => Retelling.For(story, Renditions.ProfileOf(channel)).Storyboard).ToList();
        var formats = Renditions.Filmed(request.Quality, [.. request.Channels.Zip(told, (channel, one) => (Renditions.FormatOf(request, channel), one))]);
        return
        [
            .. told.Zip(formats).SelectMany(rendition => rendition.First.Shots.Select(shot => (Shot: shot, Format: rendition.Second)))
                .DistinctBy(clip => (clip.Format, Seen(clip.Shot)))
                .Select(clip => RemoteShape.Of(clip.Format, clip.Shot.Seconds, terms).Seconds),
        ];
    }

    /// <summary>What decides the frames of a shot, as in the orders of shots.</summary>
    private static string Seen(Shot shot) => JsonSerializer.Serialize(
        new Storyboard { Title = "", Cast = [], Shots = [shot with { Caption = null, Line = null, Speaker = null, Transition = new Transition() }] },
        ContractJson.Default.Storyboard);
}
