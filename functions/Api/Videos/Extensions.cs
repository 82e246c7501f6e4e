using SoraFunctions.Api.Errors;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Videos;

/// <summary>How far a video can be lengthened. The Videos API allowed the same.</summary>
internal static class Extensions
{
    private const int Most = 6;
    private const decimal Longest = 120;

    /// <summary>Length of the whole, when so many seconds are added.</summary>
    public static decimal SecondsOf(VideoRequest request, Storyboard storyboard, decimal added)
    {
        if (request.Extensions >= Most)
        {
            throw Refusals.Invalid("video.id", $"The video was extended {Most} times, which is the most.", "too_many_extensions");
        }

        if (storyboard.Shots.Count >= StoryboardRules.MostShots)
        {
            throw Refusals.Invalid("video.id", $"The video has {StoryboardRules.MostShots} shots, which is the most.", "too_many_shots");
        }

        var (now, most) = (Renditions.SecondsOf(request), Math.Min(Longest, Renditions.ProfileOf(request.Channels[0]).Seconds.Most));
        return now + added <= most ? now + added : throw Refusals.Invalid(
            "seconds", $"The video lasts {now:0.###} seconds, and {request.Channels[0]} takes {most:0.###} at most, so seconds can be {Math.Max(0, most - now):0.###} at most.");
    }
}
