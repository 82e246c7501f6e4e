namespace SoraFunctions.Benchmarks.Physics;

/// <summary>One row of the table: what mechanics says, and what the pixels of the finished video say.</summary>
/// <param name="Quantity">What is measured, with its unit.</param>
/// <param name="Analytic">What it must be.</param>
/// <param name="Measured">What it is.</param>
/// <param name="Limit">Largest error: a part of the analytic value, or absolute where <paramref name="IsAbsolute"/>.</param>
/// <param name="IsAbsolute">Whether the error is a difference and not a part.</param>
internal sealed record Measurement(string Quantity, double Analytic, double Measured, double Limit, bool IsAbsolute = false)
{
    public double Error => IsAbsolute ? Math.Abs(Measured - Analytic) : Math.Abs(Measured - Analytic) / Math.Abs(Analytic);

    public bool Passes => Error <= Limit;

    public override string ToString()
    {
        string Shown(double error) => IsAbsolute ? $"{error,9:0.0000}" : $"{error,9:0.000%}";
        return $"{Quantity,-58} {Analytic,10:0.0000} {Measured,10:0.0000} {Shown(Error)} {Shown(Limit)}  {(Passes ? "pass" : "FAIL")}";
    }

    public static string Header => $"{"quantity",-58} {"analytic",10} {"on pixels",10} {"error",9} {"limit",9}";
}
