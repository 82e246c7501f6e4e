using System.Collections.Concurrent;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>How far the shots of each video are together, as far as this process renders them.</summary>
public sealed class ShotTally
{
    private readonly ConcurrentDictionary<string, double[]> _videos = [];

    /// <summary>Notes one shot, and gives the done part of all shots of its video, 0 to 1.</summary>
    /// <param name="videoId">Of which video.</param>
    /// <param name="index">The shot's place, from 0.</param>
    /// <param name="count">How many shots there are, at least 1.</param>
    /// <param name="done">Done part of the shot, 0 to 1.</param>
    public double Note(string videoId, int index, int count, double done)
    {
        var shots = _videos.GetOrAdd(videoId, _ => new double[count]);
        lock (shots)
        {
            shots[index] = Math.Max(shots[index], done);
            return shots.Sum() / count;
        }
    }

    /// <summary>Forgets a video that has ended.</summary>
    /// <param name="videoId">Which.</param>
    public void Forget(string videoId) => _videos.TryRemove(videoId, out _);
}
