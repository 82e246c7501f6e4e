namespace SoraFunctions.World.Render;

/// <summary>Which cells of the film have to be blurred, how far, and what they read for it.</summary>
/// <param name="film">The film.</param>
internal sealed class BlurPlan(Film film)
{
    /// <summary>Less than this, in pixels, is sharp.</summary>
    public const float Sharp = 0.7f;

    /// <summary>Less than this, in pixels from end to end, is no way: its taps would all fall on the pixel itself.</summary>
    public const float Steady = 1;

    private readonly Film.CellMotion[] reach = new Film.CellMotion[film.CellColumns * film.CellRows];
    private readonly (int Cell, bool Open, bool Done)[] cells = new (int, bool, bool)[film.CellColumns * film.CellRows];
    private readonly (int From, int To)[] read = new (int, int)[film.CellRows];

    /// <summary>Cells that have to be blurred.</summary>
    public int Count { get; private set; }

    /// <summary>The left upper pixel of such a cell.</summary>
    public (int X, int Y) Place(int number) =>
        (cells[number].Cell % film.CellColumns * Film.Cell, cells[number].Cell / film.CellColumns * Film.Cell);

    /// <summary>The farthest that anything spreads into it.</summary>
    public Film.CellMotion Reach(int number) => reach[cells[number].Cell];

    /// <summary>Whether nothing but ground and backdrop is within its reach, which are out of focus already.</summary>
    public bool IsOpen(int number) => cells[number].Open;

    /// <summary>Whether it needs no blur after all.</summary>
    public bool IsDone(int number) => cells[number].Done;

    /// <summary>Says that it needs no blur after all.</summary>
    public void Done(int number) => cells[number].Done = true;

    /// <summary>The cells of a row, from the first to before the last, that others weigh by how they spread.</summary>
    public (int From, int To) Read(int row) => read[row];

    /// <summary>Finds out how far things spread into each cell.</summary>
    public void Make()
    {
        Array.Clear(reach);
        Array.Fill(read, (film.CellColumns, 0));
        for (var y = 0; y < film.CellRows; y++)
        for (var x = 0; x < film.CellColumns; x++) Spread(x, y);
        Count = 0;
        for (var y = 0; y < (film.Height + Film.Cell - 1) / Film.Cell; y++)
        for (var x = 0; x < (film.Width + Film.Cell - 1) / Film.Cell; x++)
        {
            ref var cell = ref reach[y * film.CellColumns + x];
            if (cell.Blur < Sharp && cell.Motion.Length() < Steady) continue;
            var across = (int)((cell.Blur + MathF.Abs(cell.Motion.X)) / 2 + 1) / Film.Cell + 1;
            var down = (int)((cell.Blur + MathF.Abs(cell.Motion.Y)) / 2 + 1) / Film.Cell + 1;
            var (left, right) = (Math.Max(0, x - across), Math.Min(film.CellColumns, x + across + 1));
            var (top, bottom) = (Math.Max(0, y - down), Math.Min(film.CellRows, y + down + 1));
            var open = cell.Blur < Sharp && !HasBody(left, right, top, bottom);
            cells[Count++] = (y * film.CellColumns + x, open, false);
            if (open) continue;
            for (var row = top; row < bottom; row++) read[row] = (Math.Min(read[row].From, left), Math.Max(read[row].To, right));
        }
    }

    private void Spread(int x, int y)
    {
        ref var cell = ref film.CellAt(x, y);
        if (cell.Blur < Sharp && cell.Motion.Length() < Steady) return;
        var across = (int)MathF.Ceiling((cell.Blur + MathF.Abs(cell.Motion.X)) / 2 / Film.Cell);
        var down = (int)MathF.Ceiling((cell.Blur + MathF.Abs(cell.Motion.Y)) / 2 / Film.Cell);
        for (var ty = Math.Max(0, y - down); ty <= Math.Min(film.CellRows - 1, y + down); ty++)
        for (var tx = Math.Max(0, x - across); tx <= Math.Min(film.CellColumns - 1, x + across); tx++)
        {
            ref var to = ref reach[ty * film.CellColumns + tx];
            to.Blur = MathF.Max(to.Blur, cell.Blur);
            if (cell.Motion.LengthSquared() > to.Motion.LengthSquared()) to.Motion = cell.Motion;
        }
    }

    private bool HasBody(int left, int right, int top, int bottom)
    {
        for (var y = top; y < bottom; y++)
        for (var x = left; x < right; x++)
            if (film.CellAt(x, y).Body) return true;
        return false;
    }
}
