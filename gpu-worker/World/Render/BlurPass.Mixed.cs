using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <content>Cells in which some things are out of focus and some move.</content>
internal sealed unsafe partial class BlurPass
{
    private const int MostMixedTaps = 90;

    private static int PlaceMixed(Tap* taps, float radius, Vector2 motion, float way)
    {
        var wanted = MathF.Max(way * 0.7f, MathF.Min(6 + 1.1f * radius * radius, 8 + 4 * radius));
        var each = Math.Clamp((int)wanted, 5, MostMixedTaps / MixedBlur.Kinds);
        for (var i = 0; i < MixedBlur.Kinds * each; i++)
        {
            var (kind, number) = (i / each, i % each);
            var away = kind == MixedBlur.Way ? 0 : radius * MathF.Sqrt((number + 0.5f) / each);
            var (sin, cos) = MathF.SinCos(2.399963f * number);
            var along = kind switch
            {
                MixedBlur.Lens => 0,
                MixedBlur.Way => (number + 0.5f) / each - 0.5f,
                _ => (number * 0.7548777f + 0.5f) % 1 - 0.5f,
            };
            taps[i].X = (int)MathF.Round(away * cos + motion.X * along);
            taps[i].Y = (int)MathF.Round(away * sin + motion.Y * along);
            taps[i].Away = MathF.Max(0, away - 0.5f);
            taps[i].Along = MathF.Max(0, MathF.Abs(along) * way - 0.5f);
            taps[i].Kind = kind;
        }

        return MixedBlur.Kinds * each;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RowMixed(int x, int y, Tap* taps, in MixedBlur mixed, float* to)
    {
        var red = film.Plane(0);
        var green = film.Plane(1);
        var blue = film.Plane(2);
        var at = y * film.Stride + x;
        Ahead(at + film.Stride);
        var centre = new Wide3(Vector512.Load(red + at), Vector512.Load(green + at), Vector512.Load(blue + at));
        var depth = Vector512.Load(film.Depth + at);
        var ownSpread = Vector512.Load(Radii + at);
        var ownRadius = Vector512.Abs(ownSpread);
        var ownWay = Vector512.Abs(Vector512.Load(film.Speed + at)) * 0.5f;
        var nearer = Inverse(depth * 0.06f);
        var ownWeight = Fma(Saturate(Wide.One - mixed.Expected(ownRadius, ownWay) * (1 / 6f)), All(3), All(0.5f));
        var (own, takenWeight, over, overWeight) = (Wide3.Zero, Wide.Zero, Wide3.Zero, Wide.Zero);
        for (var i = 0; i < mixed.Count; i++)
        {
            var tap = taps[i];
            var from = Math.Clamp(y + tap.Y, 0, film.Height - 1) * film.Stride + Math.Clamp(x + tap.X, 0, film.Across - 16);
            var tapSpread = Vector512.Load(Radii + from);
            var tapRadius = Vector512.Abs(tapSpread);
            var tapWay = Vector512.Abs(Vector512.Load(film.Speed + from)) * 0.5f;
            var bothGround = Vector512.LessThan(Max(ownSpread, tapSpread), Wide.Zero);
            var front = Select(bothGround, Wide.Zero, Saturate(Fma(depth - Vector512.Load(film.Depth + from), nearer, All(-0.7f))));
            var reaches = MixedBlur.Suits(tap.Kind, tapRadius, tapWay) & Reaches(tap, tapRadius, tapWay);
            var onto = Select(reaches, front * mixed.Spread(tap.Kind, Vector512.Load(Gains + from), tapRadius), Wide.Zero);
            var through = Select(MixedBlur.Suits(tap.Kind, ownRadius, ownWay) & Reaches(tap, ownRadius, ownWay), Wide.One - front, Wide.Zero);

            // The ground is out of focus already.
            var taken = tap.Kind == MixedBlur.Lens ? Select(bothGround, Wide.Zero, through) : through;
            ownWeight += through;
            if (Vector512.EqualsAll(onto + taken, Wide.Zero)) continue;
            var colour = new Wide3(Vector512.Load(red + from), Vector512.Load(green + from), Vector512.Load(blue + from));
            over = Wide3.Along(over, colour, onto);
            overWeight += onto;
            own = Wide3.Along(own, colour, taken);
            takenWeight += taken;
        }

        Lay(Wide3.Along(own, centre, ownWeight - takenWeight), ownWeight, over, overWeight, mixed.Count, to);
    }

    // Along the way alone the disc does not count, and over the lens alone the way.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Reaches(in Tap tap, Wide discs, Wide halves) =>
        Vector512.GreaterThanOrEqual(discs, All(tap.Away)) & Vector512.GreaterThanOrEqual(halves, All(tap.Along));
}
