using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Checks;
using SoraFunctions.Media.Companions;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Mix;
using SoraFunctions.Media.Sound.Speech;

namespace SoraFunctions.Media.Cuts;

/// <summary>Makes cuts: joins clips, sets words, composes and mixes sound, and encodes once.</summary>
public static class CutRoom
{
    /// <summary>
    /// Makes the cut and its companions (all <see cref="OutputNames"/> but those of a clip). The same order and clips give the same
    /// bytes. Fails with <see cref="InvalidDataException"/> when the order can't be met, and with
    /// <see cref="FfmpegException"/> when a clip can't be read, and with <see cref="WorkerException"/> <c>bad_cut</c> when the finished file is not
    /// what it should be.
    /// </summary>
    /// <param name="order">What to cut.</param>
    /// <param name="asset">Gives the path of the asset with that SHA-256.</param>
    /// <param name="folder">An existing folder to write into.</param>
    /// <param name="progress">Told the finished part, 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="speaker">Speaks the lines that it can; null for the built-in voice alone.</param>
    public static async Task<CutResult> Make(
        CutOrder order,
        Func<string, string> asset,
        string folder,
        IProgress<double> progress,
        CancellationToken cancellation,
        Speaker? speaker = null)
    {
        folder = Path.GetFullPath(folder);
        var warnings = new List<string>();
        var time = await Timeline.Read(order, asset, warnings, cancellation).ConfigureAwait(false);
        var whole = new Dictionary<string, int>();
        foreach (var shot in time.Shots)
            whole[shot.Clip] = await Examine(shot, order.Format, warnings, cancellation).ConfigureAwait(false);
        var work = Directory.CreateDirectory(Path.Combine(folder, ".work")).FullName;
        try
        {
            var sound = order.Silent ? null : await SoundTrack.Make(time, speaker, warnings, cancellation).ConfigureAwait(false);
            // Without sound the lines are read.
            var spoken = sound?.Spoken ?? Narration.Unspoken(time, new float[(int)(time.Seconds * StereoTrack.Rate)]);
            if (sound is not null)
                await AacWriter.Write(sound.Mix, Path.Combine(work, CutEncoder.Track), order.TruePeak ?? Mastering.UsualPeak, cancellation).ConfigureAwait(false);
            var words = await new WordSetter(time, asset, work, warnings)
                .Set(spoken, whole, Path.Combine(work, CutEncoder.Script), cancellation).ConfigureAwait(false);
            if (words.Card is { } card)
            {
                var mask = RoundedMask.Of((int)card.Tile.Width, (int)card.Tile.Height, 0.03 * time.Unit);
                await PngWriter.Write(mask, Path.Combine(work, CutEncoder.Mask), cancellation).ConfigureAwait(false);
            }

            progress.Report(0.15);
            var small = SmallFrames.Of(time, words.Captions);
            var luma = LumaFrames.Of(order.Format);
            var encoder = await VideoEncoder.Chosen.ConfigureAwait(false);
            await new CutEncoder(time, words, encoder).Encode(small, luma, folder, work, new Portion(progress, 0.15, 0.7), cancellation).ConfigureAwait(false);
            var pictures = await small.Read(Path.Combine(work, CutEncoder.Small), cancellation).ConfigureAwait(false);
            await luma.Write(Path.Combine(work, CutEncoder.Luma), Path.Combine(folder, OutputNames.Frames), cancellation).ConfigureAwait(false);
            var (companions, heard) = await CompanionWriter.Write(time, words.Captions, spoken, pictures, folder, work, cancellation).ConfigureAwait(false);
            var report = await CutChecks.Run(time, Path.Combine(folder, OutputNames.Video), heard, sound?.Loudness, encoder.Name, cancellation).ConfigureAwait(false);
            warnings.AddRange(report.Warnings());
            var (extras, streams) = await ExtraOutputs.Write(time, words.Captions, sound, folder, work, warnings, cancellation).ConfigureAwait(false);
            warnings.AddRange(CheckReport.Of(encoder.Name, streams).Warnings());
            var all = CheckReport.Of(encoder.Name, [.. report.Checks, .. streams]);
            await File.WriteAllBytesAsync(Path.Combine(folder, OutputNames.Checks), all.ToJson(), cancellation).ConfigureAwait(false);
            progress.Report(1);
            return new CutResult([OutputNames.Video, OutputNames.Frames, .. companions, OutputNames.Checks, .. extras], warnings);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Warns of what does not fit; gives the number of frames in the shot's clip.</summary>
    private static async Task<int> Examine(TimedShot shot, FrameFormat format, List<string> warnings, CancellationToken cancellation)
    {
        var picture = PictureHeader.Read(shot.Clip) ?? await Probe(shot.Clip, cancellation).ConfigureAwait(false);
        var draft = format.Filmed(Quality.Draft);
        var larger = picture.Width >= format.Width && picture.Width * format.Height == picture.Height * format.Width;
        if (!larger && (picture.Width, picture.Height) != (draft.Width, draft.Height))
            warnings.Add($"The clip of shot '{shot.Shot.Id}' is {picture.Width} x {picture.Height}; it is scaled and cropped to {format.Width} x {format.Height}.");
        var frames = (int)Math.Round(picture.Seconds * format.FramesPerSecond);
        if (frames < shot.Frames)
            warnings.Add($"The clip of shot '{shot.Shot.Id}' has {frames} of {shot.Frames} frames; its last picture is held.");
        return frames;
    }

    private static async Task<PictureHeader> Probe(string clip, CancellationToken cancellation)
    {
        var picture = (await VideoProbe.Read(clip, cancellation).ConfigureAwait(false)).Picture;
        return new PictureHeader(picture.Width, picture.Height, picture.Seconds);
    }
}
