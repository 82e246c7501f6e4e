using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Clips;

/// <summary>Rain during a whole clip.</summary>
/// <param name="Rate">Drops that fall on a square metre in a second.</param>
/// <param name="Diameter">Of a usual drop, in metres.</param>
/// <param name="Surface">What it falls on; null for water.</param>
public sealed record Rainfall(double Rate, double Diameter, Matter? Surface = null);
