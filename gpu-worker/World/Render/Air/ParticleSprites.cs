using System.Numerics;
using System.Runtime.CompilerServices;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Render.Air;

/// <summary>The particles of a frame as they lie on the picture, the farthest first, sorted into squares of it.</summary>
internal sealed class ParticleSprites
{
    /// <summary>Side of a square in pixels.</summary>
    public const int Tile = 32;

    /// <summary>Least radius in pixels: a pixel is no point.</summary>
    private const float Least = 0.6f;

    private readonly int width;
    private readonly int height;
    private readonly int[] starts;
    private Sprite[] sprites = new Sprite[64];
    private float[] distances = new float[64];
    private int[] order = new int[64];
    private int[] list = new int[256];

    public ParticleSprites(int width, int height)
    {
        (this.width, this.height) = (width, height);
        Columns = (width + Tile - 1) / Tile;
        Rows = (height + Tile - 1) / Tile;
        starts = new int[Columns * Rows + 1];
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>How many are on the picture.</summary>
    public int Count { get; private set; }

    /// <summary>The sprites; <see cref="In"/> tells which of them a square has.</summary>
    public ref readonly Sprite this[int number] => ref sprites[number];

    /// <summary>Numbers of the sprites in a square, the farthest first.</summary>
    public ReadOnlySpan<int> In(int tile) => list.AsSpan(starts[tile], starts[tile + 1] - starts[tile]);

    /// <summary>Takes over the particles of a frame.</summary>
    /// <param name="state">The frame.</param>
    /// <param name="looks">Their looks.</param>
    /// <param name="lens">The camera.</param>
    /// <param name="light">Their light.</param>
    /// <param name="open">How long before the instant of the frame the shutter opens, in seconds.</param>
    /// <param name="close">How long before the instant of the frame it closes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(FrameState state, IReadOnlyList<ParticleLook> looks, Lens lens, ParticleLight light, float open, float close)
    {
        Count = 0;
        var particles = state.Particles;
        if (particles.Length > sprites.Length)
        {
            var size = (int)BitOperations.RoundUpToPowerOf2((uint)particles.Length);
            (sprites, distances, order) = (new Sprite[size], new float[size], new int[size]);
        }

        for (var i = 0; i < particles.Length; i++)
        {
            ref readonly var particle = ref particles[i];
            if ((uint)particle.Kind >= looks.Count || particle.Radius <= 0 || particle.Opacity <= 0) continue;
            var look = looks[particle.Kind];
            if (!Project(particle, look, lens, open, close, ref sprites[Count])) continue;
            light.Shade(particle, look, ref sprites[Count]);
            (distances[Count], order[Count]) = (-sprites[Count].Depth, Count);
            Count++;
        }

        Array.Sort(distances, order, 0, Count);
        Bin();
    }

    private bool Project(in Particle particle, ParticleLook look, in Lens lens, float open, float close, ref Sprite sprite)
    {
        var from = lens.Project(particle.Position - particle.Velocity * open, false);
        var to = lens.Project(particle.Position - particle.Velocity * close, true);
        var depth = (from.Z + to.Z) / 2;
        if (from.Z < 0.02f || to.Z < 0.02f) return false;
        var radius = particle.Radius / (depth * lens.PixelAngle);
        var blur = lens.Blur(depth) / 2;
        sprite.Shape = look.Shape;
        sprite.From = new Vector2(from.X, from.Y);
        sprite.Way = new Vector2(to.X - from.X, to.Y - from.Y);
        sprite.Radius = MathF.Sqrt(radius * radius + blur * blur + Least * Least);
        sprite.Edge = Math.Clamp(2 * MathF.Min(radius, blur), 2 * Least, MathF.Max(2 * Least, 0.5f * sprite.Radius));
        sprite.Depth = depth;
        sprite.Thickness = particle.Radius;
        sprite.Alpha = Math.Clamp(particle.Opacity * look.Opacity, 0, 1) * Thinned(radius, sprite);
        var (low, high) = Box(sprite);
        return high.X > 0 && high.Y > 0 && low.X < width && low.Y < height && sprite.Alpha > 1e-4f;
    }

    /// <summary>
    /// Area of a spot as part of the area that is drawn for it: a larger one, along a line. Of a disc the edge fades; of a puff and a
    /// spark all does, as the square of 1 - x^2, whose section is 3.2 / pi as wide as a disc's of the same content.
    /// </summary>
    private static float Thinned(float radius, in Sprite sprite)
    {
        var soft = sprite.Shape is ParticleShape.Puff or ParticleShape.Spark;
        var round = MathF.PI * (sprite.Radius * sprite.Radius + (soft ? 0 : sprite.Edge * sprite.Edge / 12));
        return MathF.PI * radius * radius / (round + (soft ? 3.2f : 2) * sprite.Radius * sprite.Way.Length());
    }

    private static (Vector2 Low, Vector2 High) Box(in Sprite sprite)
    {
        var to = sprite.From + sprite.Way;
        var reach = new Vector2(sprite.Radius + sprite.Edge / 2 + 1);
        return (Vector2.Min(sprite.From, to) - reach, Vector2.Max(sprite.From, to) + reach);
    }

    private void Bin()
    {
        Array.Clear(starts);
        for (var i = 0; i < Count; i++) Visit(i, count: true);
        for (var tile = 1; tile < starts.Length; tile++) starts[tile] += starts[tile - 1];
        if (starts[^1] > list.Length) list = new int[BitOperations.RoundUpToPowerOf2((uint)starts[^1])];
        // Filled from the end: each square's start moves down to where it belongs.
        for (var i = Count - 1; i >= 0; i--) Visit(order[i], count: false);
    }

    private void Visit(int sprite, bool count)
    {
        var (low, high) = Box(sprites[sprite]);
        var (x0, x1) = (Math.Clamp((int)low.X / Tile, 0, Columns - 1), Math.Clamp((int)high.X / Tile, 0, Columns - 1));
        var (y0, y1) = (Math.Clamp((int)low.Y / Tile, 0, Rows - 1), Math.Clamp((int)high.Y / Tile, 0, Rows - 1));
        for (var y = y0; y <= y1; y++)
        for (var x = x0; x <= x1; x++)
        {
            if (count) starts[y * Columns + x]++;
            else list[--starts[y * Columns + x]] = sprite;
        }
    }
}
