package onecard.platform.demo;

/// The sample school of the demonstration.
public interface SampleSchool {
    /// Makes the school through the doors of the other rooms, in the name of the operator at work;
    /// a school that is there already is left as it is.
    Sample prepare();
}
