using System.Numerics;

namespace SoraFunctions.World.Render;

/// <summary>How many samples each tile of the picture needs: none where no body is, more where bodies are blurred.</summary>
internal sealed class Plan
{
    /// <summary>Side of a tile in pixels.</summary>
    public const int Tile = 16;

    private readonly byte[] samples;
    private readonly int fewest;

    public Plan(int width, int height, int fewest)
    {
        this.fewest = fewest;
        Columns = (width + Tile - 1) / Tile;
        Rows = (height + Tile - 1) / Tile;
        samples = new byte[Columns * Rows];
    }

    public int Columns { get; }

    public int Rows { get; }

    public int SamplesOf(int column, int row) => samples[row * Columns + column];

    /// <summary>Decides for a frame.</summary>
    public void Make(Take take)
    {
        Array.Clear(samples);
        for (var body = 0; body < take.Bodies.Count; body++)
        {
            var (low, high, blur, safe) = Extent(take, body);
            var need = (byte)Math.Max(fewest, blur < 1.2f ? 4 : blur < 5 ? 8 : 16);
            if (!safe) (low, high) = (Vector2.Zero, new Vector2(take.Width, take.Height));
            var (x0, x1) = (Clip(low.X, Columns), Clip(high.X + Tile, Columns));
            var (y0, y1) = (Clip(low.Y, Rows), Clip(high.Y + Tile, Rows));
            for (var y = y0; y < y1; y++)
            for (var x = x0; x < x1; x++)
                samples[y * Columns + x] = Math.Max(samples[y * Columns + x], need);
        }
    }

    private static int Clip(float pixels, int most) => (int)Math.Clamp(pixels / Tile, 0, most);

    /// <summary>Where on the picture a body can appear, and how far a point of it is smeared, in pixels.</summary>
    private static (Vector2 Low, Vector2 High, float Blur, bool Safe) Extent(Take take, int body)
    {
        var (low, high) = (new Vector2(float.MaxValue), new Vector2(float.MinValue));
        var (blur, disc, safe) = (0f, 0f, true);
        var box = take.Bodies.MeshOf(body).Bounds;
        for (var corner = 0; corner < 8; corner++)
        {
            var (open, close) = take.Bodies.MotionOf(body).CornerInWorld(box, corner);
            var a = take.Lens.Project(open, false);
            var b = take.Lens.Project(close, true);
            safe &= a.Z > 0.01f && b.Z > 0.01f;
            (low, high) = (Vector2.Min(low, Vector2.Min(Flat(a), Flat(b))), Vector2.Max(high, Vector2.Max(Flat(a), Flat(b))));
            disc = MathF.Max(disc, MathF.Max(take.Lens.Blur(a.Z), take.Lens.Blur(b.Z)));
            blur = MathF.Max(blur, Vector2.Distance(Flat(a), Flat(b)));
        }

        var margin = new Vector2(2 + disc / 2);
        return (low - margin, high + margin, MathF.Max(blur, disc), safe);
    }

    private static Vector2 Flat(Vector3 v) => new(v.X, v.Y);
}
