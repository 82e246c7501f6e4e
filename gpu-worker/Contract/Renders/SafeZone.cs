namespace SoraFunctions.Contract.Renders;

/// <summary>Margins that a channel covers with its own interface, in fractions of the frame.</summary>
/// <param name="Left">Fraction of the width.</param>
/// <param name="Top">Fraction of the height.</param>
/// <param name="Right">Fraction of the width.</param>
/// <param name="Bottom">Fraction of the height.</param>
public sealed record SafeZone(double Left, double Top, double Right, double Bottom);
