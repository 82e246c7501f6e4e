using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Remotes.Calls;

namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>Waits for a video of a remote, through time in which the remote can't be reached.</summary>
/// <param name="client">Asks.</param>
/// <param name="name">The remote's.</param>
/// <param name="waits">How long.</param>
internal sealed class RemoteWatch(RemoteClient client, string name, RemoteWaits waits)
{
    private static readonly TimeSpan _shortestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the video is there, or never will be.</summary>
    /// <exception cref="FinalException">The remote takes too long, or the key no more.</exception>
    /// <exception cref="IOException">The remote was out of reach for too long.</exception>
    public async Task<RemoteEnd> Wait(string id, Func<double, Task> progress, CancellationToken cancellation)
    {
        var begun = waits.Time.GetUtcNow();
        var reached = begun;
        while (true)
        {
            var pause = waits.Pause;
            try
            {
                var video = await client.Find(id, cancellation);
                reached = waits.Time.GetUtcNow();
                switch (video)
                {
                    case null:
                        return new RemoteEnd("The remote knows the video no more.");
                    case { Status: "completed", ExpiresAt: { } expired } when expired <= reached:
                        return new RemoteEnd("The video expired before it was fetched.");
                    case { Status: "completed" }:
                        return new RemoteEnd { Took = video.Took };
                    case { Status: "queued" or "in_progress" }:
                        await progress(video.Progress);
                        pause = video.PollAfter ?? pause;
                        break;
                    default:
                        var failure = client.FailureOf(video);
                        return new RemoteEnd(failure.Message, failure as FinalException);
                }
            }
            catch (IOException) when (waits.Time.GetUtcNow() - reached < waits.OutOfReach)
            {
                // It has the order: its repairs are waited for.
            }

            if (waits.Time.GetUtcNow() - begun > waits.InAll)
            {
                throw new FinalException("remote_timeout", $"'{name}' has not finished a shot in {waits.InAll.TotalHours:0.#} hours.");
            }

            await Task.Delay(Clamped(pause), waits.Time, cancellation);
        }
    }

    private TimeSpan Clamped(TimeSpan pause) => pause < _shortestPause ? _shortestPause : pause > waits.LongestPause ? waits.LongestPause : pause;
}
