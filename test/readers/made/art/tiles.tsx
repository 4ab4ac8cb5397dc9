<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" tiledversion="1.10.2" name="tiles" tilewidth="16" tileheight="16" spacing="4" margin="1" tilecount="2" columns="2">
 <image source="tiles.png" width="38" height="18"/>
 <tile id="0">
  <properties>
   <property name="name" value="walk_01"/>
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="name" value="walk_02"/>
  </properties>
 </tile>
</tileset>
