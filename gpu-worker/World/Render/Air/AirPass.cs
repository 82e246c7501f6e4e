using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Air;

/// <summary>
/// Puts what is in the air over the exposed film, in linear light: haze over everything by its distance, then particles, the farthest
/// first, each hidden softly by what stands before it.
/// </summary>
internal sealed unsafe class AirPass
{
    private readonly Take take;
    private readonly Film film;
    private readonly Haze haze;
    private readonly ParticleLight light;
    private readonly ParticleSprites sprites;

    public AirPass(Take take, Film film)
    {
        (this.take, this.film) = (take, film);
        haze = new Haze(take.Stage.Haze, take.Lighting.Backdrop);
        light = new ParticleLight(take.Lighting);
        sprites = new ParticleSprites(film.Width, film.Height);
    }

    /// <summary>Squares of the picture that <see cref="Particles"/> is asked for; none while there are no particles.</summary>
    public int ParticleTiles => sprites.Count > 0 ? sprites.Columns * sprites.Rows : 0;

    /// <summary>Takes over a frame, after the take has.</summary>
    public void Begin(FrameState previous, FrameState current)
    {
        light.Begin(current.Camera);
        var interval = (float)Math.Max(0, current.Time - previous.Time);
        sprites.Set(current, take.Stage.Particles, take.Lens, light, interval * (1 - take.Exposure.Open), interval * (1 - take.Exposure.Close));
    }

    /// <summary>Puts haze over one tile of the film, before the lens blurs it; nothing while the air is clear.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Veil(int tile)
    {
        if (!haze.Thick) return;
        var (left, top) = (tile % take.Bins.Columns * TileBins.Tile, tile / take.Bins.Columns * TileBins.Tile);
        // The air changes so slowly with the direction that the corners of a tile tell it.
        var right = Fma(Columns, All(TileBins.Tile), All(left));
        var down = Fma(Rows, All(TileBins.Tile), All(top));
        var corners = haze.Light(take.Lens.Towards(right, down));
        for (var y = top; y < Math.Min(top + TileBins.Tile, film.Height); y++)
        {
            var share = (y - top + 0.5f) / TileBins.Tile;
            var from = Vector3.Lerp(At(corners, 0), At(corners, 4), share);
            var step = (Vector3.Lerp(At(corners, 1), At(corners, 5), share) - from) / TileBins.Tile;
            for (var x = left; x < Math.Min(left + TileBins.Tile, film.Width); x += 16)
                Veil(x, y, Wide3.Along(Wide3.All(from), Wide3.All(step), Ramp + All(x - left + 0.5f)));
        }
    }

    private static Vector3 At(in Wide3 colours, int lane) => new(colours.X[lane], colours.Y[lane], colours.Z[lane]);

    /// <summary>Draws the particles of one square of the picture; they bring their own blur.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Particles(int tile)
    {
        var (left, top, right, bottom) = Square(tile);
        foreach (var number in sprites.In(tile))
        {
            ref readonly var sprite = ref sprites[number];
            var (from, to, reach) = (sprite.From, sprite.From + sprite.Way, sprite.Radius + sprite.Edge / 2 + 1);
            var y0 = Math.Max(top, (int)(MathF.Min(from.Y, to.Y) - reach));
            var y1 = Math.Min(bottom, (int)(MathF.Max(from.Y, to.Y) + reach) + 1);
            var x0 = Math.Max(left, (int)MathF.Max(0, MathF.Min(from.X, to.X) - reach) & ~15);
            var x1 = Math.Min(right, (int)(MathF.Max(from.X, to.X) + reach) + 1);
            for (var y = y0; y < y1; y++)
            for (var x = x0; x < x1; x += 16)
                Draw(sprite, x, y);
        }
    }

    private (int Left, int Top, int Right, int Bottom) Square(int tile)
    {
        var (left, top) = (tile % sprites.Columns * ParticleSprites.Tile, tile / sprites.Columns * ParticleSprites.Tile);
        return (left, top, Math.Min(left + ParticleSprites.Tile, film.Width), Math.Min(top + ParticleSprites.Tile, film.Height));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Veil(int x, int y, in Wide3 air)
    {
        var at = y * film.Stride + x;
        var depth = Vector512.Load(film.Depth + at);
        var near = Vector512.LessThan(depth, All(0.5f * Floor.Far));
        if (!Any(near)) return;
        // Depth is measured along the view, as the length of these directions is; the way is longer towards the corners.
        var passed = Select(near, haze.Passed(depth * take.Lens.Length(Ramp + All(x + 0.5f), All(y + 0.5f))), Wide.One);
        Store(at, Wide3.Lerp(air, Load(at), passed));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Draw(in Sprite sprite, int x, int y)
    {
        var dx = Ramp + All(x + 0.5f - sprite.From.X);
        var dy = All(y + 0.5f - sprite.From.Y);
        var length = sprite.Way.LengthSquared();
        var along = Saturate(Fma(dx, All(sprite.Way.X), dy * sprite.Way.Y) * (1 / MathF.Max(length, 1e-6f)));
        var inverse = 1 / sprite.Radius;
        var across = (dx - along * sprite.Way.X) * inverse;
        var upward = (along * sprite.Way.Y - dy) * inverse;
        var square = Fma(across, across, upward * upward);
        var outer = 1 + 0.5f * sprite.Edge * inverse;
        if (!Any(Vector512.LessThan(square, All(outer * outer)))) return;
        var at = y * film.Stride + x;
        // What stands within the particle shows through it by how deep it stands there.
        var before = Saturate((Vector512.Load(film.Depth + at) - All(sprite.Depth)) * (0.5f / sprite.Thickness) + All(0.5f));
        if (!Any(Vector512.GreaterThan(before, Wide.Zero))) return;
        var rim = Sqrt(square);
        var disc = Saturate((Wide.One - rim) * (sprite.Radius / sprite.Edge) + All(0.5f)) * before * sprite.Alpha;
        var soft = Saturate(Wide.One - square);
        var colour = Wide3.Along(Wide3.Along(Wide3.All(sprite.Light), Wide3.All(sprite.Right), across), Wide3.All(sprite.Up), upward);
        var film0 = Load(at);
        switch (sprite.Shape)
        {
            case ParticleShape.Puff:
                film0 = Wide3.Lerp(film0, colour, soft * soft * before * sprite.Alpha);
                break;
            case ParticleShape.Spark:
                film0 += colour * (soft * soft * before * (3 * sprite.Alpha));
                break;
            case ParticleShape.Drop:
                // Its middle lets the background through, its rim bends light from far aside.
                film0 = Wide3.Lerp(film0, colour, disc * Fma(square * square, All(0.6f), All(0.3f)));
                film0 += Shine(sprite, across, upward) * disc;
                break;
            case ParticleShape.Bubble:
                film0 = Wide3.Lerp(film0, colour * Film(across, upward), disc * Fma(square * square, Saturate(square) * 0.75f, All(0.05f)));
                film0 += Shine(sprite, across, upward) * disc;
                break;
            default:
                film0 = Wide3.Lerp(film0, colour, disc);
                break;
        }

        Store(at, new Wide3(Max(film0.X, Wide.Zero), Max(film0.Y, Wide.Zero), Max(film0.Z, Wide.Zero)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide3 Shine(in Sprite sprite, Wide across, Wide upward)
    {
        var (u, v) = (across - All(sprite.ShineAt.X), upward - All(sprite.ShineAt.Y));
        return Wide3.All(sprite.Shine) * Exp2(Fma(u, u, v * v) * -28);
    }

    /// <summary>Colours of a thin film: bands that follow its thickness, which grows downwards.</summary>
    private static Wide3 Film(Wide across, Wide upward)
    {
        var thick = Fma(upward, All(-0.7f), Fma(across * across, All(0.6f), All(1.3f))) + across * upward * 0.4f;
        return new Wide3(Band(thick), Band(thick * 1.16f), Band(thick * 1.36f));
    }

    private static Wide Band(Wide turns)
    {
        Sampling.SinCos(turns - Vector512.Floor(turns), out _, out var cos);
        return Fma(cos, All(0.55f), All(1.15f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 Load(int at) =>
        new(Vector512.Load(film.Plane(0) + at), Vector512.Load(film.Plane(1) + at), Vector512.Load(film.Plane(2) + at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(int at, in Wide3 colour)
    {
        colour.X.Store(film.Plane(0) + at);
        colour.Y.Store(film.Plane(1) + at);
        colour.Z.Store(film.Plane(2) + at);
    }
}
