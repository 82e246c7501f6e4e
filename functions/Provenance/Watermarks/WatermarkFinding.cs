namespace SoraFunctions.Provenance.Watermarks;

/// <summary>A mark that was found.</summary>
/// <param name="Id">What it says.</param>
/// <param name="Strength">
/// How many standard deviations its guides stand above chance; at least <see cref="WatermarkReader.Threshold"/>.
/// </param>
/// <param name="CellPixels">Pixels of a cell in the picture that was read: a 180th of the short side where nothing was cut or scaled.</param>
public sealed record WatermarkFinding(WatermarkId Id, double Strength, double CellPixels);
