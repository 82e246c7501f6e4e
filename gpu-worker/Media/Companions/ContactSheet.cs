using System.Text.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Pictures;

namespace SoraFunctions.Media.Companions;

/// <summary>Three frames of every shot on one dark sheet, with the shot's number, name, time and what happens in it.</summary>
internal static class ContactSheet
{
    private const int Gap = 10;
    private const int Margin = 40;
    private const int Header = 96;
    private const int Footer = 62;

    private static readonly Ink _ground = new(18, 18, 20);
    private static readonly Ink _quiet = new(156, 156, 164);

    /// <summary>The frames that are shown of a shot: early (after its transition), middle and late.</summary>
    public static IEnumerable<int> FramesOf(TimedShot shot) =>
        new[] { 1, 5, 9 }.Select(tenth => shot.Start + Math.Min(shot.Frames - 1, shot.EntryFrames + (shot.Frames - shot.EntryFrames) * tenth / 10));

    /// <summary>Lays the sheet out; gives it and what is written on it.</summary>
    public static async Task<(DecodedPicture Sheet, AssScript Words)> Make(Timeline time, IReadOnlyDictionary<int, DecodedPicture> pictures)
    {
        var (w, h) = (pictures.Values.First().Width, pictures.Values.First().Height);
        var strip = 3 * w + 2 * Gap;
        var columns = Math.Clamp((int)Math.Round(Math.Sqrt(time.Shots.Count * (h + Footer) * 1.4 / strip)), 1, 4);
        columns = Math.Min(Math.Max(columns, strip < 900 ? 2 : 1), time.Shots.Count);
        var rows = (time.Shots.Count + columns - 1) / columns;
        var width = (2 * Margin + columns * strip + (columns - 1) * Margin + 1) / 2 * 2;
        var height = (Header + rows * (h + Footer) + Margin / 2 + 1) / 2 * 2;
        var canvas = new Canvas(width, height, _ground);
        var words = new AssScript(width, height, 1);
        await Write(words, time.Order.Storyboard.Title, time, 34, 700, Margin, 40, Ink.White, width * 0.7).ConfigureAwait(false);
        var facts = FormattableString.Invariant($"{time.Seconds:0.0} s  ·  {time.Order.Format.Width} × {time.Order.Format.Height}  ·  {time.Shots.Count} shots");
        await Write(words, facts, time, 20, 500, width - Margin, 46, _quiet, width, rightAligned: true).ConfigureAwait(false);
        for (var i = 0; i < time.Shots.Count; i++)
        {
            var shot = time.Shots[i];
            var (left, top) = (Margin + i % columns * (strip + Margin), Header + i / columns * (h + Footer));
            foreach (var (frame, k) in FramesOf(shot).Select((frame, k) => (frame, k)))
            {
                if (pictures.TryGetValue(frame, out var picture))
                    canvas.Lay(picture, left + k * (w + Gap), top, 6);
            }

            var name = FormattableString.Invariant($"{i + 1} · {shot.Shot.Id}");
            var reach = await Write(words, name, time, 20, 700, left, top + h + 14, Ink.White, strip * 0.4).ConfigureAwait(false);
            var deed = FormattableString.Invariant($"{time.At(shot.Start):0.0}–{time.At(shot.End):0.0} s  ·  {Words(shot.Shot.Action)}, {Words(shot.Shot.Camera.Move)}, {Words(shot.Shot.Setting)}");
            await Write(words, deed, time, 18, 400, left + reach + 18, top + h + 15, _quiet, strip - reach - 18).ConfigureAwait(false);
        }

        return (canvas.Picture, words);
    }

    private static async Task<double> Write(AssScript script, string text, Timeline time, double em, int weight, double left, double top, Ink ink, double width, bool rightAligned = false)
    {
        var face = await new Faces(time.Order.Storyboard.Language, null, []).For(text, weight).ConfigureAwait(false);
        var block = TextBlock.Set(text, face, em, width, em * 1.2);
        block.DrawStill(script, new Rect(rightAligned ? left - block.Width : left, top, block.Width, block.Height), new Paint(ink), 1, 0, 10);
        return block.Width;
    }

    private static string Words<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()).Replace('-', ' ');
}
