namespace SoraFunctions.Models.Reading;

/// <summary>Where a line of text is: a rectangle that may be turned.</summary>
/// <param name="CentreX">Pixels from the left edge of the picture.</param>
/// <param name="CentreY">Pixels from its upper edge.</param>
/// <param name="Width">Pixels along the line.</param>
/// <param name="Height">Pixels across the line.</param>
/// <param name="Angle">By how much the line is turned, clockwise in radians; 0 for a level one.</param>
public sealed record TextBox(float CentreX, float CentreY, float Width, float Height, float Angle);
