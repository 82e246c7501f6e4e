using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Animations;
using SoraFunctions.Media.Checks;
using SoraFunctions.Media.Projects;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Streams;

namespace SoraFunctions.Media.Cuts;

/// <summary>Makes what an order asks for beside the video and its companions.</summary>
internal static class ExtraOutputs
{
    /// <summary>Makes them; gives their names, and what was found when streams were read back.</summary>
    /// <param name="time">The cut.</param>
    /// <param name="captions">Its captions.</param>
    /// <param name="sound">Its sound; null for none.</param>
    /// <param name="folder">Where the finished video is and they go.</param>
    /// <param name="work">A folder for what is needed in between.</param>
    /// <param name="warnings">Told what the caller should know.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<(IReadOnlyList<string> Names, IReadOnlyList<Check> Checks)> Write(
        Timeline time, IReadOnlyList<TimedCaption> captions, CutSound? sound, string folder, string work, List<string> warnings, CancellationToken cancellation)
    {
        var (names, checks) = (new List<string>(), new List<Check>());
        var (order, video) = (time.Order, Path.Combine(folder, OutputNames.Video));
        var animation = new Animation(Excerpts.Of(time), order.Format);
        var wanted = order.Outputs ?? [];
        if (wanted.Contains(ExtraOutput.Gif))
            Told(await animation.WriteGif(video, New(OutputNames.Gif), cancellation).ConfigureAwait(false));
        if (wanted.Contains(ExtraOutput.Webp))
            Told(await animation.WriteWebp(video, New(OutputNames.MovingWebp), cancellation).ConfigureAwait(false));
        if (wanted.Any(output => output is ExtraOutput.Hls or ExtraOutput.HlsAv1))
        {
            var (notes, found) = await StreamLadder.Write(video, order, time.Frames, New(OutputNames.Hls), work, cancellation).ConfigureAwait(false);
            warnings.AddRange(notes);
            checks.AddRange(found);
        }

        if (wanted.Contains(ExtraOutput.Editors))
        {
            await ProjectWriter.Write(Project.Of(time, captions), sound, folder, work, cancellation).ConfigureAwait(false);
            names.Add(OutputNames.Project);
        }

        return (names, checks);

        string New(string name)
        {
            names.Add(name);
            return Path.Combine(folder, name);
        }

        void Told(string? warning)
        {
            if (warning is not null)
                warnings.Add(warning);
        }
    }
}
