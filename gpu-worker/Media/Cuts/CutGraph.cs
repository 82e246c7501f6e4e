using System.Globalization;
using System.Text;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>
/// The ffmpeg filter graph of a cut. Input i is the clip of shot i, the next one the mask of the end card's tile, the next
/// the last clip once more where the end goes over into the beginning, then the stickers. Every shot gives exactly its frames: a clip that is
/// short holds its last picture.
/// </summary>
internal sealed class CutGraph(Timeline time, CutWords words)
{
    private readonly StringBuilder _graph = new();
    private readonly List<string> _pieces = [];

    private int Rate => time.Rate;

    private string Size => $"{time.Order.Format.Width}:{time.Order.Format.Height}";

    /// <summary>The graph; its output is <c>[picture]</c>.</summary>
    public string Build(string script)
    {
        if (time.LoopFrames > 0)
            AddTail();
        for (var i = 0; i < time.Shots.Count; i++)
            AddShot(i);
        Add($"{string.Concat(_pieces)}concat=n={_pieces.Count}:v=1:a=0[joined]");
        var last = "[joined]";
        if (words.Card is { } card)
        {
            AddCard(card);
            last = "[carded]";
        }

        Add($"{last}ass={script}{(words.Fonts is { } fonts ? $":fontsdir={fonts}" : "")},settb=1/{Rate},setpts=N,format=yuv420p{(words.Stickers.Count == 0 ? "[picture]" : "[s0]")}");
        for (var i = 0; i < words.Stickers.Count; i++)
            AddSticker(i, words.Stickers[i]);
        return _graph.ToString().TrimEnd(';');
    }

    /// <summary>The input of the last clip once more.</summary>
    public int TailInput => time.Shots.Count + (words.Card is null ? 0 : 1);

    /// <summary>The input of the first sticker.</summary>
    public int StickerInput => TailInput + (time.LoopFrames > 0 ? 1 : 0);

    /// <summary>What the last clip shows after its shot has ended: the first shot begins out of that.</summary>
    private void AddTail()
    {
        var end = time.Shots[^1].Frames;
        Add($"[{TailInput}:v]scale={Size}:force_original_aspect_ratio=increase:flags=bicubic,crop={Size},setsar=1,fps={Rate},settb=1/{Rate},setpts=N,"
            + $"tpad=stop_mode=clone:stop=-1,trim=start_frame={end}:end_frame={end + time.LoopFrames},format=yuv420p,setpts=PTS-STARTPTS[held-1]");
    }

    private void AddShot(int i)
    {
        var shot = time.Shots[i];
        var heldFrames = i + 1 < time.Shots.Count && NeedsHeld(time.Shots[i + 1]) ? time.Shots[i + 1].EntryFrames : 0;
        Add($"[{i}:v]scale={Size}:force_original_aspect_ratio=increase:flags=bicubic,crop={Size},setsar=1,fps={Rate},settb=1/{Rate},setpts=N,"
            + $"tpad=stop_mode=clone:stop=-1,trim=end_frame={shot.Frames},format=yuv420p"
            + (shot.Entry == TransitionKind.FadeFromBlack ? $",fade=in:0:{shot.EntryFrames}:color=black" : "")
            + (shot.Entry == TransitionKind.FadeFromWhite ? $",fade=in:0:{shot.EntryFrames}:color=white" : "")
            + (heldFrames > 0 ? $",split[m{i}][t{i}]" : $"[m{i}]"));
        if (heldFrames > 0)
            Add($"[t{i}]trim=start_frame={shot.Frames - 1},setpts=0,tpad=stop_mode=clone:stop={heldFrames - 1},settb=1/{Rate},setpts=N[held{i}]");
        if (!NeedsHeld(shot))
        {
            _pieces.Add($"[m{i}]");
            return;
        }

        Add($"[m{i}]split[h{i}][r{i}]");
        Add($"[h{i}]trim=end_frame={shot.EntryFrames},settb=1/{Rate},setpts=N[head{i}]");
        Add($"[r{i}]trim=start_frame={shot.EntryFrames},setpts=PTS-STARTPTS[rest{i}]");
        if (shot.Entry == TransitionKind.Push)
            Add($"[held{i - 1}][head{i}]hstack,crop={Size}:x='iw/2*(1-pow(1-(n+1)/{shot.EntryFrames + 1},3))':y=0,setsar=1[entry{i}]");
        else
            AddDissolve($"held{i - 1}", $"head{i}", shot.EntryFrames, $"entry{i}");
        _pieces.Add($"[entry{i}]");
        _pieces.Add($"[rest{i}]");
    }

    /// <summary>One picture gives way to another of the same length. Blending by alpha takes a third of what ffmpeg's <c>xfade</c> does.</summary>
    private void AddDissolve(string from, string to, int frames, string result)
    {
        Add($"[{to}]format=yuva420p,fade=in:0:{frames}:alpha=1[{to}a]");
        Add($"[{from}][{to}a]overlay=format=yuv420,setsar=1[{result}]");
    }

    /// <summary>From its first frame on the picture gives way to the card's ground, over which the tile appears.</summary>
    private void AddCard(EndCardLayout layout)
    {
        var (w, h) = (time.Order.Format.Width, time.Order.Format.Height);
        var frames = time.Frames - time.CardStart;
        var fade = Math.Min(frames, Math.Max(1, (int)Math.Round(0.4 * Rate)));
        var blur = string.Create(CultureInfo.InvariantCulture, $"{time.Unit / 8 * 0.055:0.##}");
        if (time.CardStart > 0)
            Add($"[joined]split[j0][j1];[j0]trim=end_frame={time.CardStart}[before];[j1]trim=start_frame={time.CardStart},settb=1/{Rate},setpts=N[during]");
        Add($"{(time.CardStart > 0 ? "[during]" : "[joined]")}split=3[sharp][soft][near]");
        Add($"[sharp]trim=end_frame={fade}[leaving]");
        Add($"[soft]scale={Even(w / 8)}:{Even(h / 8)}:flags=area,gblur=sigma={blur},{Tint(layout.Ground)},scale={Size}:flags=bilinear,split[g0][g1]");
        Add($"[g0]trim=end_frame={fade}[arriving]");
        Add($"[g1]trim=start_frame={fade},setpts=PTS-STARTPTS[ground]");
        AddDissolve("leaving", "arriving", fade, "given");
        Add("[given][ground]concat=n=2:v=1:a=0[back]");
        Add($"[{time.Shots.Count}:v]format=gray,loop=loop={frames}:size=1,settb=1/{Rate},setpts=N,trim=end_frame={frames}[mask]");
        Add($"[near]crop={Px(layout.Source.Width)}:{Px(layout.Source.Height)}:{Px(layout.Source.Left)}:{Px(layout.Source.Top)},"
            + $"scale={Px(layout.Tile.Width)}:{Px(layout.Tile.Height)}:flags=bicubic,setsar=1,format=yuva420p[cropped]");
        Add($"[cropped][mask]alphamerge,fade=in:{fade / 2}:{fade}:alpha=1[tile]");
        Add($"[back][tile]overlay={Px(layout.Tile.Left)}:{Px(layout.Tile.Top)}:format=yuv420,setsar=1{(time.CardStart > 0 ? "[after];[before][after]concat=n=2:v=1:a=0[carded]" : "[carded]")}");
    }

    /// <summary>Lays a picture over for its time, fading.</summary>
    private void AddSticker(int i, Sticker sticker)
    {
        var (first, last) = ((int)Math.Ceiling(sticker.From * Rate), Math.Min(time.Frames, (int)Math.Ceiling(sticker.To * Rate)));
        var (frames, fadeIn, fadeOut) = (Math.Max(1, last - first), Math.Max(1, (int)(sticker.In * Rate)), (int)(sticker.Out * Rate));
        Add($"[{StickerInput + i}:v]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p,loop=loop={frames}:size=1,settb=1/{Rate},setpts=N,"
            + $"trim=end_frame={frames},fade=in:0:{Math.Min(frames, fadeIn)}:alpha=1{(fadeOut > 0 && fadeOut < frames ? $",fade=out:{frames - fadeOut}:{fadeOut}:alpha=1" : "")},setpts=N+{first}[k{i}]");
        Add($"[s{i}][k{i}]overlay={Px(sticker.Box.Left)}:{Px(sticker.Box.Top)}:format=yuv420:eof_action=pass,setsar=1{(i + 1 == words.Stickers.Count ? "[picture]" : $"[s{i + 1}]")}");
    }

    /// <summary>Mixes a colour in, sample by sample (ffmpeg's own drawing rounds chroma down, which is seen as green).</summary>
    private static string Tint(Ink ink)
    {
        var (y, u, v) = ink.ToBt709();
        return $"lutyuv=y='{Mixed(y)}':u='{Mixed(u)}':v='{Mixed(v)}'";

        static string Mixed(double sample) => string.Create(
            CultureInfo.InvariantCulture,
            $"round(val*{1 - EndCardLayout.Tint:0.###}+{sample * EndCardLayout.Tint:0.###})");
    }

    private static bool NeedsHeld(TimedShot shot) => shot.Entry is TransitionKind.Dissolve or TransitionKind.Push;

    private static int Even(int side) => Math.Max(2, side / 2 * 2);

    private static string Px(double pixels) => ((int)pixels).ToString(CultureInfo.InvariantCulture);

    private void Add(string chain) => _graph.Append(chain).Append(';');
}
