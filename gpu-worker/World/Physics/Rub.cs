namespace SoraFunctions.World.Physics;

/// <summary>What two bodies that touch did to each other within a hundredth of a second.</summary>
/// <param name="Time">Its beginning, in seconds since the simulation began.</param>
/// <param name="Force">Mean normal force in newtons.</param>
/// <param name="Slip">Speed in m/s with which the surfaces slid over each other.</param>
/// <param name="Roll">Speed in m/s with which the point of contact moved along by rolling.</param>
/// <param name="Place">Where, in metres.</param>
public readonly record struct Rub(double Time, double Force, double Slip, double Roll, Vector3d Place);
