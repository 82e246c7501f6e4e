using SoraFunctions.Media.Cuts.Speech;
using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Cuts;

/// <summary>Sets everything that is written on a cut, the least movable first: label, terms, logo, what is said, captions, end card.</summary>
/// <param name="time">The cut.</param>
/// <param name="asset">Gives the path of the asset with that SHA-256.</param>
/// <param name="work">A folder for what is needed in between.</param>
/// <param name="warnings">Told of fallbacks.</param>
internal sealed class WordSetter(Timeline time, Func<string, string> asset, string work, List<string> warnings)
{
    private const string Fonts = "fonts";

    // The part of the safe zone from which on a product may leave words no room.
    private const double Filled = 0.4;

    /// <summary>Writes the script of all words.</summary>
    /// <param name="spoken">What is said.</param>
    /// <param name="clipFrames">Number of frames of each clip, by its path.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<CutWords> Set(IReadOnlyList<SpokenLine> spoken, IReadOnlyDictionary<string, int> clipFrames, string path, CancellationToken cancellation)
    {
        var board = time.Order.Storyboard;
        var font = await BrandFont(cancellation).ConfigureAwait(false);
        var faces = new Faces(board.Language, font, warnings);
        var captions = TimedCaption.Of(time, spoken, warnings);
        var lines = SpeechSetter.Shown(time, captions, spoken);
        var label = await LabelSetter.Of(time, new Faces(board.Language, null, warnings)).ConfigureAwait(false);
        var legal = await LegalSetter.Of(time, faces, warnings).ConfigureAwait(false);
        var card = time.HasCard ? EndCardLayout.Of(time, label, legal) : null;
        var logo = board.Brand?.Logo is { } mark && await Logo.Read(asset(mark), warnings, cancellation).ConfigureAwait(false) is { } read ? new LogoSetter(time, read, work) : null;
        var places = new Places(time);
        var backdrop = await Backdrop.Read(time, Behind(captions, lines, legal, logo, places), clipFrames, cancellation).ConfigureAwait(false);

        var script = new AssScript(time.Order.Format.Width, time.Order.Format.Height, time.Rate);
        var grounds = new Grounds(time, script, backdrop);
        if (label is not null)
        {
            label.Set(script);
            places.Take(label.BoxFrom(0), 0, LabelSetter.LargeSeconds);
            places.Take(label.BoxFrom(LabelSetter.LargeSeconds), LabelSetter.LargeSeconds, time.Seconds);
        }

        if (legal is not null)
        {
            legal.Set(script, grounds, card);
            places.Take(legal.Box, legal.From, time.Seconds);
        }

        if (logo is not null)
            await logo.SetCorner(script, places, backdrop, cancellation).ConfigureAwait(false);
        await new SpeechSetter(time, script, places, grounds, faces).Set(lines).ConfigureAwait(false);
        var setter = new CaptionSetter(time, script, places, grounds, faces, warnings);
        var shown = new List<TimedCaption>();
        foreach (var caption in captions)
            shown.Add(await setter.Set(caption).ConfigureAwait(false));
        if (card is not null)
            await new EndCardSetter(time, card, script, faces, logo).Set(board.EndCard!, warnings, cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(path, script.ToString(), cancellation).ConfigureAwait(false);
        return new CutWords(card, shown, [.. logo?.Stickers ?? [], .. await EmojiSetter.Make(script.Emoji, work, warnings, cancellation).ConfigureAwait(false)], font is null ? null : Fonts);
    }

    /// <summary>The shots on which something stands that needs to know what is behind it.</summary>
    private IReadOnlyCollection<TimedShot> Behind(IReadOnlyList<TimedCaption> captions, IReadOnlyList<SpokenLine> lines, LegalSetter? legal, LogoSetter? logo, Places places)
    {
        var times = captions.Where(CaptionSetter.NeedsBackdrop).SelectMany(caption => places.Covered(time.Safe, caption.From, caption.To) > Filled ? [caption, .. caption.Elsewhere] : new[] { caption }).Select(caption => (caption.From, caption.To))
            .Concat(lines.Select(line => (line.From, line.To)))
            .Concat(legal is null ? [] : [(legal.From, time.Seconds)]).ToList();
        return [.. time.Shots.Where(shot => logo is not null || times.Any(part => part.From < time.At(shot.End) && part.To > time.At(shot.Start)))];
    }

    private async Task<FontFile?> BrandFont(CancellationToken cancellation)
    {
        if (time.Order.Storyboard.Brand?.Font is not { } font)
            return null;
        try
        {
            var bytes = await File.ReadAllBytesAsync(asset(font), cancellation).ConfigureAwait(false);
            var read = FontFile.Read(bytes);
            if (read.Family.IndexOfAny(['\\', '{', '}', ',', '\n']) >= 0)
                throw new InvalidDataException("The name of its family has signs that can't be used.");
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(work, Fonts)).FullName, "brand.ttf"), bytes, cancellation).ConfigureAwait(false);
            return read;
        }
        catch (InvalidDataException problem)
        {
            warnings.Add($"The brand's font can't be used; words are set in the usual faces. {problem.Message}");
            return null;
        }
    }
}
